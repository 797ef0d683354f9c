CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
CREATE FUNCTION public.update_updated_at_column() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.updated_at = NOW();
    RETURN NEW;
END;
$$;
CREATE TABLE public.agent_definitions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    agent_id character varying(100) NOT NULL,
    tenant_id uuid NOT NULL,
    agent_name character varying(200) NOT NULL,
    agent_class character varying(20) NOT NULL,
    system_prompt text NOT NULL,
    tools jsonb DEFAULT '[]'::jsonb,
    agent_dependencies jsonb DEFAULT '[]'::jsonb,
    max_output_keys integer DEFAULT 5,
    output_schema jsonb NOT NULL,
    description text,
    enabled boolean DEFAULT true,
    is_inbuilt boolean DEFAULT false,
    version integer DEFAULT 1,
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now(),
    created_by uuid NOT NULL,
    CONSTRAINT agent_definitions_agent_class_check CHECK (((agent_class)::text = ANY ((ARRAY['ingestion'::character varying, 'query'::character varying, 'management'::character varying])::text[])))
);
CREATE TABLE public.domain_configurations (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    domain_id character varying(100) NOT NULL,
    tenant_id uuid NOT NULL,
    domain_name character varying(200) NOT NULL,
    description text,
    ingestion_playbook jsonb NOT NULL,
    query_playbook jsonb NOT NULL,
    management_playbook jsonb NOT NULL,
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now(),
    created_by uuid NOT NULL
);
CREATE TABLE public.image_evidence (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    incident_id uuid,
    tenant_id uuid NOT NULL,
    s3_key character varying(500) NOT NULL,
    s3_bucket character varying(200) NOT NULL,
    content_type character varying(100),
    file_size_bytes integer,
    uploaded_at timestamp without time zone DEFAULT now()
);
CREATE TABLE public.incidents (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_id uuid NOT NULL,
    domain_id character varying(100) NOT NULL,
    raw_text text NOT NULL,
    structured_data jsonb NOT NULL,
    location public.geography(Point,4326),
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now(),
    created_by uuid NOT NULL
);
CREATE TABLE public.teams (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    team_name character varying(200) NOT NULL,
    tenant_id uuid NOT NULL,
    members jsonb DEFAULT '[]'::jsonb,
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now(),
    created_by uuid NOT NULL
);
CREATE TABLE public.tenants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    tenant_name character varying(200) NOT NULL,
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now()
);
CREATE TABLE public.users (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    username character varying(100) NOT NULL,
    email character varying(255) NOT NULL,
    cognito_sub character varying(255) NOT NULL,
    tenant_id uuid NOT NULL,
    created_at timestamp without time zone DEFAULT now(),
    updated_at timestamp without time zone DEFAULT now()
);
ALTER TABLE ONLY public.agent_definitions
    ADD CONSTRAINT agent_definitions_agent_id_key UNIQUE (agent_id);
ALTER TABLE ONLY public.agent_definitions
    ADD CONSTRAINT agent_definitions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.domain_configurations
    ADD CONSTRAINT domain_configurations_domain_id_key UNIQUE (domain_id);
ALTER TABLE ONLY public.domain_configurations
    ADD CONSTRAINT domain_configurations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.image_evidence
    ADD CONSTRAINT image_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT incidents_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_cognito_sub_key UNIQUE (cognito_sub);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_email_key UNIQUE (email);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_username_key UNIQUE (username);
CREATE INDEX idx_agents_enabled ON public.agent_definitions USING btree (enabled);
CREATE INDEX idx_agents_tenant ON public.agent_definitions USING btree (tenant_id);
CREATE INDEX idx_agents_tenant_class ON public.agent_definitions USING btree (tenant_id, agent_class);
CREATE INDEX idx_domains_tenant ON public.domain_configurations USING btree (tenant_id);
CREATE INDEX idx_image_evidence_incident ON public.image_evidence USING btree (incident_id);
CREATE INDEX idx_image_evidence_tenant ON public.image_evidence USING btree (tenant_id);
CREATE INDEX idx_incidents_created_at ON public.incidents USING btree (created_at DESC);
CREATE INDEX idx_incidents_location ON public.incidents USING gist (location);
CREATE INDEX idx_incidents_structured_data ON public.incidents USING gin (structured_data);
CREATE INDEX idx_incidents_tenant_domain ON public.incidents USING btree (tenant_id, domain_id);
CREATE TRIGGER update_agent_definitions_updated_at BEFORE UPDATE ON public.agent_definitions FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
CREATE TRIGGER update_domain_configurations_updated_at BEFORE UPDATE ON public.domain_configurations FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
CREATE TRIGGER update_incidents_updated_at BEFORE UPDATE ON public.incidents FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
CREATE TRIGGER update_teams_updated_at BEFORE UPDATE ON public.teams FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
CREATE TRIGGER update_tenants_updated_at BEFORE UPDATE ON public.tenants FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
CREATE TRIGGER update_users_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE ONLY public.agent_definitions
    ADD CONSTRAINT agent_definitions_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.agent_definitions
    ADD CONSTRAINT agent_definitions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.domain_configurations
    ADD CONSTRAINT domain_configurations_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.domain_configurations
    ADD CONSTRAINT domain_configurations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.image_evidence
    ADD CONSTRAINT image_evidence_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES public.incidents(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.image_evidence
    ADD CONSTRAINT image_evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT incidents_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.incidents
    ADD CONSTRAINT incidents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.users(id);
ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
