-- Schema broad for PostgreSQL.
-- Every form.
-- And more.
--
-- Creates what is missing, by name, and can be run again at any time. What exists is passed over, whatever
-- it looks like: no column is added to a table that exists, and an index is passed over where any other
-- relation has its name.
-- Run it with: psql -v ON_ERROR_STOP=1 -f <this file>

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET search_path = pg_catalog, "public", pg_temp;

CREATE SCHEMA IF NOT EXISTS "Audit ""log""";

CREATE EXTENSION IF NOT EXISTS "postgis" WITH SCHEMA "public";

-- Keeps changed_at.
-- Called by triggers only.
DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = '"public"'::pg_catalog.regnamespace AND proname = 'touch' AND pronargs = 0) THEN
    CREATE FUNCTION "public"."touch"() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    NEW.changed_at = NOW();
    RETURN NEW;
END;
$body$;
  END IF;
END
$plinth$;

DO $plinth2$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = '"Audit ""log"""'::pg_catalog.regnamespace AND proname = 'it''s recorded' AND pronargs = 0) THEN
    CREATE FUNCTION "Audit ""log"""."it's recorded"() RETURNS trigger LANGUAGE plpgsql AS $body2$
DECLARE
    body text := $body$a ? b {0} 'c' \ $$ $plinth$ $body$;
BEGIN
    RETURN NULL;
END;
$body2$;
  END IF;
END
$plinth2$;

-- Table places
CREATE TABLE IF NOT EXISTS "public"."places" (
  "id" bigint NOT NULL,
  "at" "public"."geography"(Point,4326),
  "path" "public"."geography"(Point,4326)[],
  CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

CREATE INDEX IF NOT EXISTS "places_at" ON "public"."places" USING gist ("at");

-- Table people
CREATE TABLE IF NOT EXISTS "public"."people" (
  "id" bigint NOT NULL,
  "team" uuid,
  "email" text NOT NULL,
  "kind" character varying(10) DEFAULT '?' NOT NULL,
  "level" smallint,
  "data" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "changed_at" timestamp without time zone DEFAULT now(),
  CONSTRAINT "people_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "people_kind_check" CHECK ("kind" IN ('it''s', '?', '{0}')),
  CONSTRAINT "people_level_check" CHECK ("level" IN (1, 2, -3)),
  CONSTRAINT "keys of data" CHECK (data ? 'a' OR data ?| array['{0}', ':x'] OR NOT data @? '$.b' -- why not
),
  CONSTRAINT "path" CHECK (email <> 'C:\temp' AND email <> E'it\'s' AND email !~ '^\s?$')
);

-- One account
-- an address
CREATE UNIQUE INDEX IF NOT EXISTS "people_email" ON "public"."people" ((lower(email))) WHERE (email <> '?');

CREATE INDEX IF NOT EXISTS "people_kind" ON "public"."people" ("kind" DESC, "level") INCLUDE ("email");

CREATE INDEX IF NOT EXISTS "people_data" ON "public"."people" USING gin ("data");

CREATE INDEX IF NOT EXISTS "people_level" ON "public"."people" USING hash ("level");

CREATE INDEX IF NOT EXISTS "people_changed" ON "public"."people" USING brin ("changed_at");

-- See touch()
DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."people"'::pg_catalog.regclass AND tgname = 'touch people') THEN
    CREATE TRIGGER "touch people" BEFORE UPDATE ON "public"."people" FOR EACH ROW EXECUTE FUNCTION "public"."touch"();
  END IF;
END
$plinth$;

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."people"'::pg_catalog.regclass AND tgname = 'people "recorded"') THEN
    CREATE TRIGGER "people ""recorded""" AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON "public"."people" FOR EACH STATEMENT EXECUTE FUNCTION "Audit ""log"""."it's recorded"();
  END IF;
END
$plinth$;

-- Table countries: first line
-- second line; DROP TABLE countries;
CREATE TABLE IF NOT EXISTS "public"."countries" (
  "code" character(2) NOT NULL, -- ISO 3166-1 -- alpha-2
  "name" character varying(100) NOT NULL,
  "size" numeric(12,2) DEFAULT -0.50,
  CONSTRAINT "countries_pkey" PRIMARY KEY ("code"),
  CONSTRAINT "countries_name_key" UNIQUE ("name")
);

-- Table teams
CREATE TABLE IF NOT EXISTS "public"."teams" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL,
  "lead" bigint,
  "parent" uuid,
  "country" character(2),
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_lead_fkey" FOREIGN KEY ("lead") REFERENCES "public"."people" ("id"),
  CONSTRAINT "teams_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."teams" ("id"),
  CONSTRAINT "teams_country_fkey" FOREIGN KEY ("country") REFERENCES "public"."countries" ("code"),
  CONSTRAINT "teams of a country" UNIQUE ("country", "id")
);

-- Table Audit "log".Events
CREATE TABLE IF NOT EXISTS "Audit ""log"""."Events" (
  "day" date NOT NULL,
  "nummer é世😀" integer NOT NULL,
  "country" character(2),
  "at" timestamp(3) with time zone DEFAULT (now() - interval '1 day') NOT NULL,
  "utc" timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc') NOT NULL,
  "clock" time with time zone,
  "took" interval,
  "flags" bit(3),
  "ok" boolean DEFAULT false,
  "ratio" double precision DEFAULT 1500,
  "raw" bytea,
  "from" inet,
  "words" tsvector,
  "tags" character varying(20)[],
  "range" int4range,
  CONSTRAINT "events pk" PRIMARY KEY ("day", "nummer é世😀"),
  CONSTRAINT "Events_country_fkey" FOREIGN KEY ("country") REFERENCES "public"."countries" ("code") ON DELETE RESTRICT
);

CREATE INDEX IF NOT EXISTS "Events_nummer é世😀_idx" ON "Audit ""log"""."Events" ("nummer é世😀");

-- Table Audit "log".event "lines"
CREATE TABLE IF NOT EXISTS "Audit ""log"""."event ""lines""" (
  "number" integer,
  "day" date,
  CONSTRAINT "to its event" FOREIGN KEY ("number", "day") REFERENCES "Audit ""log"""."Events" ("nummer é世😀", "day")
);

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = '"public"."people"'::pg_catalog.regclass AND conname = 'people_team_fkey') THEN
    ALTER TABLE "public"."people" ADD CONSTRAINT "people_team_fkey" FOREIGN KEY ("team") REFERENCES "public"."teams" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
  END IF;
END
$plinth$;
