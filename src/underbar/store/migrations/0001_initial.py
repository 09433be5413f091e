"""The first tables. A trigger holds the diary append-only: no row of it is ever changed.

Django rebuilds a table on SQLite to alter it, and its triggers go with the old one: a later
migration that alters `store_entry` has to make this one again.
"""

import django.db.models.deletion
from django.db import migrations, models

APPEND_ONLY = """
CREATE TRIGGER store_entry_append_only BEFORE UPDATE ON store_entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed; a correction supersedes'); END
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Lifter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("source", models.TextField()),
                ("made", models.CharField(max_length=40)),
                ("added", models.PositiveIntegerField()),
                ("known", models.PositiveIntegerField()),
                ("reported", models.PositiveIntegerField()),
                ("undone", models.CharField(default="", max_length=40)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.lifter")),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("uid", models.TextField()),
                ("day", models.DateField()),
                ("kind", models.CharField(max_length=40)),
                ("source", models.TextField(null=True)),
                ("target", models.TextField(null=True)),
                ("line", models.TextField()),
                ("stamp", models.CharField(max_length=40)),
                (
                    "batch",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="store.importbatch"
                    ),
                ),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.lifter")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["owner", "day", "seq"], name="entry_by_day"),
                    models.Index(fields=["owner", "kind", "day"], name="entry_by_kind"),
                    models.Index(
                        condition=models.Q(("target__isnull", False)),
                        fields=["owner", "target"],
                        name="entry_by_target",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("owner", "uid"), name="entry_once")],
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("day", models.DateField()),
                ("state", models.BinaryField()),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.lifter")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "key", "day"), name="checkpoint_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ShownPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("protocol", models.TextField()),
                ("digest", models.CharField(max_length=128)),
                ("plan", models.TextField()),
                ("shown", models.CharField(max_length=40)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.lifter")),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "day"], name="shown_by_day")],
            },
        ),
        migrations.RunSQL(APPEND_ONLY, "DROP TRIGGER store_entry_append_only"),
    )
