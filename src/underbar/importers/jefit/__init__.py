"""JEFIT: its backup as text in sections. No real one was at hand: untested on one."""
