"""The tables. Every row of a lifter's data names its owner; deleting the owner deletes the rows.

Times of the clock are ISO 8601 text with their offset, as the diary writes them: a database's own
timestamp would keep the instant and lose the offset.
"""

from __future__ import annotations

from django.db import models


class Lifter(models.Model):
    """Who a diary belongs to. The command line has the one whose name is empty."""

    name = models.CharField(max_length=150, unique=True)


class Account(models.Model):
    """Which diary an account of the web app works on. `user` is the account's own key: its table is
    that of the accounts' library, which a database of the command line alone does not have."""

    owner = models.OneToOneField(Lifter, on_delete=models.CASCADE)
    user = models.BigIntegerField(unique=True)


class Revision(models.Model):
    """How often a diary has changed: what was worked out from it holds until this moves on."""

    owner = models.OneToOneField(Lifter, on_delete=models.CASCADE)
    number = models.BigIntegerField(default=0)


class Token(models.Model):
    """What a device signs its requests with. Only the digest of the secret is kept.

    `made` and `used` are ISO 8601 with offset; `used` is empty before the first use, and moves on
    once a day at most. A revoked token's row is gone.
    """

    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    made = models.CharField(max_length=40)
    used = models.CharField(max_length=40, default="")


class ImportBatch(models.Model):
    """One file brought in. `undone`: when its entries were taken out again, empty while they stand.

    Counts are of entries: `added` new ones, `known` that the diary had, `reported` rows not understood.
    """

    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    file = models.TextField()
    digest = models.CharField(max_length=64)
    source = models.TextField()
    made = models.CharField(max_length=40)
    added = models.PositiveIntegerField()
    known = models.PositiveIntegerField()
    reported = models.PositiveIntegerField()
    undone = models.CharField(max_length=40, default="")


class Remembered(models.Model):
    """What a lifter said once about files: of `kind` exercise, which lift a name is; of `kind` columns,
    what the columns of a table hold, as JSON. `key`: the name in its comparison form, or the header's digest.
    """

    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    kind = models.CharField(max_length=20)
    key = models.TextField()
    value = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "kind", "key"], name="remembered_once"),)


class Entry(models.Model):
    """One entry of the diary: written once, never changed (a trigger refuses).

    `line` is the entry, in the full notation (docs/decisions/0003); the other columns repeat parts
    of it for the indexes. `seq` is the order of arrival. `target` is the id that it supersedes or
    voids. `stamp` is when the row was written, the entry's own `written` being the writer's claim.
    """

    seq = models.BigAutoField(primary_key=True)
    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    uid = models.TextField()
    day = models.DateField()
    kind = models.CharField(max_length=40)
    source = models.TextField(null=True)
    target = models.TextField(null=True)
    line = models.TextField()
    stamp = models.CharField(max_length=40)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "uid"], name="entry_once"),)
        indexes = (
            models.Index(fields=["owner", "day", "seq"], name="entry_by_day"),
            models.Index(fields=["owner", "kind", "day"], name="entry_by_kind"),
            models.Index(
                fields=["owner", "target"],
                name="entry_by_target",
                condition=models.Q(target__isnull=False),
            ),
        )


class ShownPlan(models.Model):
    """A plan as the lifter saw it, kept where it differs from the last one kept for that day.

    `protocol` is its title and version, `digest` the document's own: a fork may keep the title.
    """

    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    day = models.DateField()
    protocol = models.TextField()
    digest = models.CharField(max_length=128)
    plan = models.TextField()
    shown = models.CharField(max_length=40)

    class Meta:
        indexes = (models.Index(fields=["owner", "day"], name="shown_by_day"),)


class Checkpoint(models.Model):
    """The engine's state after `day`: a cache, deletable at will. `key` names method and code."""

    owner = models.ForeignKey(Lifter, on_delete=models.CASCADE)
    key = models.CharField(max_length=64)
    day = models.DateField()
    state = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner", "key", "day"], name="checkpoint_once"),)
