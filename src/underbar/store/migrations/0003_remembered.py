"""What a lifter said once about files."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("store", "0002_accounts"),)

    operations = (
        migrations.CreateModel(
            name="Remembered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("key", models.TextField()),
                ("value", models.TextField()),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.lifter")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "kind", "key"), name="remembered_once")
                ],
            },
        ),
    )
