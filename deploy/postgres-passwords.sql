-- For compose.yaml: the PostgreSQL image runs it once, as 2-passwords.sql, when the volume is new.
\getenv owner OWNER_PASSWORD
\getenv app APP_PASSWORD
\getenv replication REPLICATION_PASSWORD
alter role freedomcities_owner password :'owner';
alter role freedomcities_app password :'app';
create role freedomcities_replication login replication password :'replication';
