# For compose.yaml: the PostgreSQL image runs it once, as 3-replication.sh, when the volume is new. It allows the standby to connect.
echo "host replication freedomcities_replication all scram-sha-256" >> "$PGDATA/pg_hba.conf"
