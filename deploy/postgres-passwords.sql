-- For compose.yaml: the PostgreSQL image runs it once, as 2-passwords.sql, when the volume is new.
\getenv owner OWNER_PASSWORD
\getenv app APP_PASSWORD
\getenv replication REPLICATION_PASSWORD
alter role freedomcities_owner password :'owner';
alter role freedomcities_app password :'app';
alter role freedomcities_reader password :'app'; -- the service has both
create role freedomcities_replication login replication password :'replication';
