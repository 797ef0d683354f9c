-- Schema domainflow for PostgreSQL.
--
-- Creates what is missing, by name, and can be run again at any time. What exists is passed over, whatever
-- it looks like: no column is added to a table that exists, and an index is passed over where any other
-- relation has its name.
-- Run it with: psql -v ON_ERROR_STOP=1 -f <this file>

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET search_path = pg_catalog, "public", pg_temp;

CREATE EXTENSION IF NOT EXISTS "postgis" WITH SCHEMA "public";

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = '"public"'::pg_catalog.regnamespace AND proname = 'update_updated_at_column' AND pronargs = 0) THEN
    CREATE FUNCTION "public"."update_updated_at_column"() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    NEW.updated_at = NOW();
    RETURN NEW;
END;
$body$;
  END IF;
END
$plinth$;

-- Table tenants: multi-tenancy support for isolating customer data
CREATE TABLE IF NOT EXISTS "public"."tenants" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "tenant_name" character varying(200) NOT NULL, -- Tenant display name
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."tenants"'::pg_catalog.regclass AND tgname = 'update_tenants_updated_at') THEN
    CREATE TRIGGER "update_tenants_updated_at" BEFORE UPDATE ON "public"."tenants" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table users: user accounts linked to AWS Cognito
CREATE TABLE IF NOT EXISTS "public"."users" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "username" character varying(100) NOT NULL, -- Unique username
  "email" character varying(255) NOT NULL, -- Unique email address
  "cognito_sub" character varying(255) NOT NULL, -- Cognito user ID
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "users_username_key" UNIQUE ("username"),
  CONSTRAINT "users_email_key" UNIQUE ("email"),
  CONSTRAINT "users_cognito_sub_key" UNIQUE ("cognito_sub"),
  CONSTRAINT "users_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id")
);

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."users"'::pg_catalog.regclass AND tgname = 'update_users_updated_at') THEN
    CREATE TRIGGER "update_users_updated_at" BEFORE UPDATE ON "public"."users" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table teams: user groups for collaboration and task assignment
CREATE TABLE IF NOT EXISTS "public"."teams" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "team_name" character varying(200) NOT NULL, -- Team display name
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "members" jsonb DEFAULT '[]'::jsonb, -- Array of user IDs
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  "created_by" uuid NOT NULL, -- Foreign key to users
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id"),
  CONSTRAINT "teams_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "public"."users" ("id")
);

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."teams"'::pg_catalog.regclass AND tgname = 'update_teams_updated_at') THEN
    CREATE TRIGGER "update_teams_updated_at" BEFORE UPDATE ON "public"."teams" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table agent_definitions: unified storage for all three agent classes
CREATE TABLE IF NOT EXISTS "public"."agent_definitions" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "agent_id" character varying(100) NOT NULL, -- Unique agent identifier
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "agent_name" character varying(200) NOT NULL, -- Agent display name
  "agent_class" character varying(20) NOT NULL, -- Class of the agent
  "system_prompt" text NOT NULL, -- LLM system prompt
  "tools" jsonb DEFAULT '[]'::jsonb, -- Array of tool names
  "agent_dependencies" jsonb DEFAULT '[]'::jsonb, -- Array of agent IDs
  "max_output_keys" integer DEFAULT 5, -- Max output properties (locked at 5)
  "output_schema" jsonb NOT NULL, -- JSON schema for output
  "description" text, -- Agent description
  "enabled" boolean DEFAULT true, -- Active status
  "is_inbuilt" boolean DEFAULT false, -- Built-in agent flag
  "version" integer DEFAULT 1, -- Version number
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  "created_by" uuid NOT NULL, -- Foreign key to users
  CONSTRAINT "agent_definitions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "agent_definitions_agent_id_key" UNIQUE ("agent_id"),
  CONSTRAINT "agent_definitions_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id"),
  CONSTRAINT "agent_definitions_agent_class_check" CHECK ("agent_class" IN ('ingestion', 'query', 'management')),
  CONSTRAINT "agent_definitions_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "public"."users" ("id")
);

CREATE INDEX IF NOT EXISTS "idx_agents_tenant_class" ON "public"."agent_definitions" ("tenant_id", "agent_class");

CREATE INDEX IF NOT EXISTS "idx_agents_enabled" ON "public"."agent_definitions" ("enabled");

CREATE INDEX IF NOT EXISTS "idx_agents_tenant" ON "public"."agent_definitions" ("tenant_id");

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."agent_definitions"'::pg_catalog.regclass AND tgname = 'update_agent_definitions_updated_at') THEN
    CREATE TRIGGER "update_agent_definitions_updated_at" BEFORE UPDATE ON "public"."agent_definitions" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table domain_configurations: business domains with three playbooks
CREATE TABLE IF NOT EXISTS "public"."domain_configurations" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "domain_id" character varying(100) NOT NULL, -- Unique domain identifier
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "domain_name" character varying(200) NOT NULL, -- Domain display name
  "description" text, -- Domain description
  "ingestion_playbook" jsonb NOT NULL, -- Agent execution graph for data creation
  "query_playbook" jsonb NOT NULL, -- Agent execution graph for data reading
  "management_playbook" jsonb NOT NULL, -- Agent execution graph for data updates
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  "created_by" uuid NOT NULL, -- Foreign key to users
  CONSTRAINT "domain_configurations_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "domain_configurations_domain_id_key" UNIQUE ("domain_id"),
  CONSTRAINT "domain_configurations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id"),
  CONSTRAINT "domain_configurations_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "public"."users" ("id")
);

CREATE INDEX IF NOT EXISTS "idx_domains_tenant" ON "public"."domain_configurations" ("tenant_id");

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."domain_configurations"'::pg_catalog.regclass AND tgname = 'update_domain_configurations_updated_at') THEN
    CREATE TRIGGER "update_domain_configurations_updated_at" BEFORE UPDATE ON "public"."domain_configurations" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table incidents: legacy table for backward compatibility; new reports are stored in DynamoDB
CREATE TABLE IF NOT EXISTS "public"."incidents" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "domain_id" character varying(100) NOT NULL, -- Domain identifier
  "raw_text" text NOT NULL, -- Original report text
  "structured_data" jsonb NOT NULL, -- Extracted structured data
  "location" "public"."geography"(Point,4326), -- Geographic coordinates
  "created_at" timestamp without time zone DEFAULT now(), -- Creation timestamp
  "updated_at" timestamp without time zone DEFAULT now(), -- Last update timestamp
  "created_by" uuid NOT NULL, -- Foreign key to users
  CONSTRAINT "incidents_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "incidents_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id"),
  CONSTRAINT "incidents_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "public"."users" ("id")
);

CREATE INDEX IF NOT EXISTS "idx_incidents_tenant_domain" ON "public"."incidents" ("tenant_id", "domain_id");

CREATE INDEX IF NOT EXISTS "idx_incidents_created_at" ON "public"."incidents" ("created_at" DESC);

CREATE INDEX IF NOT EXISTS "idx_incidents_structured_data" ON "public"."incidents" USING gin ("structured_data");

CREATE INDEX IF NOT EXISTS "idx_incidents_location" ON "public"."incidents" USING gist ("location");

DO $plinth$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = '"public"."incidents"'::pg_catalog.regclass AND tgname = 'update_incidents_updated_at') THEN
    CREATE TRIGGER "update_incidents_updated_at" BEFORE UPDATE ON "public"."incidents" FOR EACH ROW EXECUTE FUNCTION "public"."update_updated_at_column"();
  END IF;
END
$plinth$;

-- Table image_evidence: S3 references for incident images
CREATE TABLE IF NOT EXISTS "public"."image_evidence" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL, -- Primary key
  "incident_id" uuid, -- Foreign key to incidents
  "tenant_id" uuid NOT NULL, -- Foreign key to tenants
  "s3_key" character varying(500) NOT NULL, -- S3 object key
  "s3_bucket" character varying(200) NOT NULL, -- S3 bucket name
  "content_type" character varying(100), -- MIME type
  "file_size_bytes" integer, -- File size
  "uploaded_at" timestamp without time zone DEFAULT now(), -- Upload timestamp
  CONSTRAINT "image_evidence_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "image_evidence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents" ("id") ON DELETE CASCADE,
  CONSTRAINT "image_evidence_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants" ("id")
);

CREATE INDEX IF NOT EXISTS "idx_image_evidence_incident" ON "public"."image_evidence" ("incident_id");

CREATE INDEX IF NOT EXISTS "idx_image_evidence_tenant" ON "public"."image_evidence" ("tenant_id");
