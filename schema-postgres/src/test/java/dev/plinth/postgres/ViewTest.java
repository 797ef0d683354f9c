package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestampWithTimeZone;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;

class ViewTest extends KindAcceptance {

    private static final EnumType STATUS = enumType("status", "open", "paid");

    private static final Table CUSTOMERS = table("customers", t -> {
        t.column("id", integer()).primaryKey();
        t.column("Name", text());
        t.column("status", STATUS);
    });

    private static final Table ORDERS = table("orders", t -> {
        t.column("id", integer()).primaryKey();
        t.column("customer_id", integer()).references(CUSTOMERS);
        t.column("total", numeric());
        t.column("at", timestampWithTimeZone());
    });

    private static final View OPEN = view("open_customers", """
            SELECT id, "Name" /* as people say it */ FROM public.customers c WHERE status = 'open'
            """, v -> v.securityBarrier().withLocalCheckOption());

    private static final View DUE =
            view("due", "SELECT id FROM public.open_customers WHERE id > 5", v -> v.withCheckOption());

    /** It is filled by a function, of whose body nothing is known. */
    private static final MaterializedView COUNTED = materializedView(
            "counted", "SELECT public.count_due() AS due", v -> v.columns("due").dependsOn(DUE));

    private static final Function COUNT = function("count_due", f -> f.returns(bigint()).language("sql")
            .body("SELECT count(*) FROM public.due"));

    private static final View TOTALS = view(
            "Order totals",
            """
                    SELECT c."Name", sum(o.total) AS total, max(o.at)
                    FROM public.customers c LEFT JOIN public.orders o ON o.customer_id = c.id
                    GROUP BY c.id, c."Name";
                    """,
            v -> v.columns("Customer", "total", "last"));

    private static final View BIG = namespace("Reports").view("big", """
            SELECT t."Customer", t.total::integer AS total FROM public."Order totals" t
            WHERE t.total > 1000 AND lower(t."Customer") NOT IN ('nobody', 'x'' y  z')
            """);

    private static final View LATEST = view("latest", "SELECT id FROM public.orders ORDER BY at DESC LIMIT 10");

    private static final Function WRITE = triggerFunction("write_it", "BEGIN RETURN NEW; END");

    private static final Sequence NUMBERS = sequence("numbers");

    private static final View EDITABLE = view("editable", "SELECT * FROM public.customers", v -> {
        v.defaultTo("status", literal("open")).defaultTo("id", nextval(NUMBERS));
        v.defaultTo("Name", sql("upper('x'::text) || CURRENT_USER"));
        v.trigger("editable_write").insteadOf(INSERT, UPDATE).forEachRow().execute(WRITE);
        v.trigger("editable_gone").insteadOf(DELETE).forEachRow().execute(WRITE, "gone");
        v.trigger("editable_after").after(UPDATE).forEachStatement().execute(WRITE);
    });

    private static final MaterializedView DAYS = materializedView("days", """
            SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*) AS orders, sum(total) AS total
            FROM public.orders GROUP BY 1
            """, v -> {
        v.with("fillfactor", 90).with("autovacuum_enabled", false);
        var day = v.column("day");
        v.index("days_day").on(day.desc()).unique().include(v.column("total"));
        v.index(day, v.column("orders")).where("orders > 1");
        v.index("days_year").on(sql("extract(year FROM day)"));
    });

    private static final MaterializedView NAMES = namespace("Reports").materializedView("names", """
            SELECT "Name" FROM public.open_customers UNION SELECT "Customer" FROM "Reports".big
            """, v -> v.withNoData());

    @Override
    Schema declared() {
        return schema(
                "views", COUNTED, NAMES, DAYS, BIG, TOTALS, DUE, OPEN, LATEST, EDITABLE, COUNT, ORDERS, CUSTOMERS);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Reports";
                CREATE TYPE status AS ENUM ('open', 'paid');
                CREATE TABLE customers (id integer PRIMARY KEY, "Name" text, status status);
                CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers, total numeric,
                    at timestamptz);
                CREATE VIEW open_customers WITH (security_barrier) AS
                    SELECT c.id, c."Name" FROM customers c WHERE c.status = 'open' WITH LOCAL CHECK OPTION;
                CREATE VIEW due AS SELECT id FROM open_customers WHERE id > 5 WITH CASCADED CHECK OPTION;
                CREATE FUNCTION count_due() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.due';
                CREATE MATERIALIZED VIEW counted AS SELECT count_due() AS due;
                CREATE VIEW "Order totals" AS
                    SELECT c."Name" AS "Customer", sum(o.total) AS total, max(o.at) AS last
                    FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c."Name";
                CREATE VIEW "Reports".big AS
                    SELECT "Customer", total::integer AS total FROM "Order totals" t
                    WHERE total > 1000 AND lower("Customer") <> ALL (ARRAY['nobody', 'x'' y  z']);
                CREATE VIEW latest AS SELECT id FROM orders ORDER BY at DESC LIMIT 10;
                CREATE VIEW editable AS SELECT id, "Name", status FROM customers;
                CREATE SEQUENCE numbers;
                ALTER VIEW editable ALTER status SET DEFAULT 'open', ALTER id SET DEFAULT nextval('numbers'),
                    ALTER "Name" SET DEFAULT upper('x') || current_user;
                CREATE FUNCTION write_it() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER editable_write INSTEAD OF INSERT OR UPDATE ON editable FOR EACH ROW
                    EXECUTE FUNCTION write_it();
                CREATE TRIGGER editable_gone INSTEAD OF DELETE ON editable FOR EACH ROW
                    EXECUTE FUNCTION write_it('gone');
                CREATE TRIGGER editable_after AFTER UPDATE ON editable EXECUTE FUNCTION write_it();
                CREATE MATERIALIZED VIEW days WITH (autovacuum_enabled = false, fillfactor = 90) AS
                    SELECT (at AT TIME ZONE 'UTC')::date AS day, count(*) AS orders, sum(total) AS total
                    FROM orders GROUP BY ((at AT TIME ZONE 'UTC')::date);
                CREATE UNIQUE INDEX days_day ON days (day DESC) INCLUDE (total);
                CREATE INDEX ON days (day, orders) WHERE orders > 1;
                CREATE INDEX days_year ON days (extract(year FROM day));
                CREATE MATERIALIZED VIEW "Reports".names AS
                    SELECT "Name" FROM open_customers UNION SELECT "Customer" FROM "Reports".big WITH NO DATA;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP VIEW open_customers CASCADE; DROP MATERIALIZED VIEW counted",
                "DROP VIEW \"Order totals\" CASCADE; DROP VIEW editable",
                "DROP INDEX days_day; DROP INDEX days_day_orders_idx; DROP VIEW latest",
                "ALTER TABLE orders DROP COLUMN total CASCADE",
                "DROP TABLE customers CASCADE; DROP TYPE status",
                "DROP SCHEMA \"Reports\" CASCADE; DROP VIEW editable; DROP FUNCTION write_it");
    }

    @Override
    List<Change> changes() {
        String totals = "view Order totals: ";
        return List.of(
                Change.of(
                        "CREATE OR REPLACE VIEW \"Order totals\" AS SELECT c.\"Name\" AS \"Customer\", sum(o.total) AS total,"
                                + " min(o.at) AS last FROM customers c LEFT JOIN orders o ON o.customer_id = c.id"
                                + " GROUP BY c.id, c.\"Name\"",
                        totals + "query: schema says SELECT c.\"Name\", sum(o.total) AS total, max(o.at) FROM public.customers c"
                                + " LEFT JOIN public.orders o ON o.customer_id = c.id GROUP BY c.id, c.\"Name\", store has"
                                + " SELECT c.\"Name\" AS \"Customer\", sum(o.total) AS total, min(o.at) AS last FROM"
                                + " (public.customers c LEFT JOIN public.orders o ON ((o.customer_id = c.id))) GROUP BY c.id,"
                                + " c.\"Name\" (could not be proved equal or different); verify() looks closer; where it cannot"
                                + " tell either, compare the two by eye, or write the schema the way the store prints it"),
                Change.of(
                        "ALTER VIEW \"Order totals\" RENAME COLUMN last TO latest;"
                                + " ALTER MATERIALIZED VIEW counted RENAME COLUMN due TO n",
                        "materialized view counted: columns: schema says (due), store has (n)",
                        "materialized view counted: query: schema says SELECT public.count_due() AS due, store has SELECT"
                                + " public.count_due() AS n (could not be proved equal or different); verify() looks closer;"
                                + " where it cannot tell either, compare the two by eye, or write the schema the way the store"
                                + " prints it",
                        totals + "columns: schema says (Customer, total, last), store has (Customer, total, latest)"),
                Change.of("ALTER VIEW open_customers RESET (security_barrier)",
                        "view open_customers: security_barrier: schema says security_barrier, store has nothing"),
                Change.of(
                        "ALTER VIEW open_customers SET (check_option = CASCADED); ALTER VIEW due RESET (check_option)",
                        "view due: check option: schema says WITH CASCADED CHECK OPTION, store has nothing",
                        "view open_customers: check option: schema says WITH LOCAL CHECK OPTION, store has WITH CASCADED"
                                + " CHECK OPTION"),
                Change.of("ALTER VIEW editable SET (security_barrier = t)",
                        "view editable: security_barrier: store has security_barrier, which the schema does not declare"),
                Change.of(
                        "ALTER VIEW editable ALTER id SET DEFAULT 5, ALTER \"Name\" SET DEFAULT 'x';"
                                + " ALTER VIEW due ALTER id SET DEFAULT 6; CREATE RULE r AS ON INSERT TO latest DO INSTEAD NOTHING",
                        "column due.id: default: store has 6, which the schema does not declare",
                        "rule r on latest: definition: store has ON INSERT DO INSTEAD NOTHING, which the schema does not"
                                + " declare",
                        "column editable.id: default: schema says nextval('numbers'), store has 5",
                        "column editable.Name: default: schema says upper('x'::text) || CURRENT_USER, store has 'x'::text"),
                Change.of("ALTER VIEW editable ALTER status SET DEFAULT 'paid'",
                        "column editable.status: default: schema says 'open', store has 'paid'::public.status"),
                Change.of(
                        "DROP TRIGGER editable_gone ON editable; CREATE TRIGGER editable_gone INSTEAD OF DELETE ON editable"
                                + " FOR EACH ROW EXECUTE FUNCTION write_it('here')",
                        "trigger editable_gone on editable: definition: schema says INSTEAD OF DELETE FOR EACH ROW EXECUTE"
                                + " FUNCTION write_it('gone'), store has INSTEAD OF DELETE FOR EACH ROW EXECUTE FUNCTION"
                                + " write_it('here')"),
                Change.of("ALTER MATERIALIZED VIEW days SET (fillfactor = 80)",
                        "materialized view days: storage parameters: schema says autovacuum_enabled=false,"
                                + " fillfactor=90, store has autovacuum_enabled=false, fillfactor=80"),
                Change.of(
                        "ALTER MATERIALIZED VIEW days ALTER day SET STATISTICS 7; ALTER MATERIALIZED VIEW days ALTER day"
                                + " SET (n_distinct = 5); ALTER MATERIALIZED VIEW days CLUSTER ON days_day;"
                                + " ALTER MATERIALIZED VIEW days SET (toast.autovacuum_enabled = false);"
                                + " ALTER MATERIALIZED VIEW days REPLICA IDENTITY FULL",
                        "materialized view days: storage parameters: schema says autovacuum_enabled=false, fillfactor=90,"
                                + " store has autovacuum_enabled=false, fillfactor=90, toast.autovacuum_enabled=false",
                        "materialized view days: definition: store has SET (n_distinct=5) of day, which the schema does not"
                                + " declare",
                        "materialized view days: definition: store has SET STATISTICS 7 of day, which the schema does not"
                                + " declare",
                        "materialized view days: definition: store has CLUSTER ON days_day, which the schema does not declare",
                        "materialized view days: definition: store has REPLICA IDENTITY FULL, which the schema does not"
                                + " declare"),
                Change.of("DROP INDEX days_day; CREATE INDEX days_day ON days (day)",
                        "index days_day on days: uniqueness: schema says UNIQUE, store has not unique",
                        "index days_day on days: keys: schema says (day DESC), store has (day)",
                        "index days_day on days: INCLUDE: schema says (total), store has nothing"),
                Change.of("DROP VIEW latest; CREATE TABLE latest (id integer)",
                        "view latest: name: schema says a view, store has a table; nothing is created under that name;"
                                + " rename one of the two"));
    }
}
