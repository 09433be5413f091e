"""Every real FIT file beside the repository, against what fitdecode reads of it."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from reading_files import SAMPLES, read_path
from reading_fit import frames, sets

from underbar.diary.records import Lift
from underbar.importers.fit.messages import messages_of
from underbar.importers.fit.shape import WANTED

FILES = sorted(SAMPLES.glob("fit/*.fit"))


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
class TestSamples:
    @pytest.mark.parametrize("path", FILES, ids=[path.stem[-12:] for path in FILES])
    def test_each_message_is_what_fitdecode_reads(self, path: Path) -> None:
        data = path.read_bytes()
        expected = [frame for frame in frames(data) if frame.global_mesg_num in WANTED]
        found = list(messages_of(data, WANTED))
        assert [message.number for message in found] == [frame.global_mesg_num for frame in expected]
        for message, frame in zip(found, expected, strict=True):
            for field in frame.fields:
                if (
                    field.field_def is not None
                    and not field.field_def.is_dev
                    and field.base_type.name not in ("string", "byte", "float32")
                ):
                    raw = field.raw_value
                    values = raw if isinstance(raw, tuple) else (raw,)
                    assert message.values(field.def_num) == values

    @pytest.mark.parametrize("path", FILES, ids=[path.stem[-12:] for path in FILES])
    def test_counts_are_those_of_fitdecode(self, path: Path) -> None:
        written = sets(path.read_bytes())
        (found,) = read_path(path).accounts
        kinds = Counter(frame.get_value("set_type", fallback=None) for frame in written)
        reps = [frame.get_value("repetitions", fallback=None) for frame in written]
        assert found.rows_read == max(1, len(written))
        assert dict(found.skipped).get("a rest between sets", 0) == kinds["rest"]
        assert found.reported == ()
        if kinds["rest"]:
            assert found.sets_stored == kinds["active"] - reps.count(0)
            lifts = [entry.record for entry in found.entries if isinstance(entry.record, Lift)]
            works = [each for lift in lifts for each in lift.work]
            assert sum(each.sets.count * each.sets.amount for each in works) == sum(rep or 0 for rep in reps)
            heavy = [frame.get_value("weight", fallback=None) or 0 for frame in written]
            assert sum(each.sets.count for each in works if each.weight) == sum(
                weight > 0 and rep != 0 for weight, rep in zip(heavy, reps, strict=True)
            )
        else:
            assert found.entries == ()

    def test_all_of_them_in_a_zip_within_a_zip(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "UploadedFiles_0-_Part1.zip", "w") as inner:
            for path in FILES:
                inner.write(path, path.name)
        with zipfile.ZipFile(tmp_path / "export.zip", "w") as outer:
            outer.write(tmp_path / "UploadedFiles_0-_Part1.zip", "DI_CONNECT/UploadedFiles_0-_Part1.zip")
        (found,) = read_path(tmp_path / "export.zip").accounts
        alone = [read_path(path).accounts[0] for path in FILES]
        assert found.sets_stored == sum(account.sets_stored for account in alone) == 51
        assert set(found.entries) == {entry for account in alone for entry in account.entries}
