-- Schema shop for PostgreSQL.
--
-- Builds an empty database; stops at the first object that exists.
-- Run it with: psql -v ON_ERROR_STOP=1 --single-transaction -f <this file>

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET search_path = pg_catalog, pg_temp;

-- Table customers
CREATE TABLE "public"."customers" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL,
  "email" character varying(320) NOT NULL,
  CONSTRAINT "customers_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "customers_email_key" UNIQUE ("email")
);

-- Table orders
CREATE TABLE "public"."orders" (
  "id" uuid DEFAULT gen_random_uuid() NOT NULL,
  "customer_id" uuid NOT NULL,
  "status" character varying(10) NOT NULL,
  "placed_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "orders_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customers" ("id"),
  CONSTRAINT "orders_status_check" CHECK ("status" IN ('open', 'paid'))
);

CREATE INDEX "orders_customer_id_placed_at_idx" ON "public"."orders" ("customer_id", "placed_at" DESC);
