# For compose.yaml: run once by the image of PostgreSQL, as 3-replication.sh, when the volume is new. The standby may follow.
echo "host replication freedomcities_replication all scram-sha-256" >> "$PGDATA/pg_hba.conf"
