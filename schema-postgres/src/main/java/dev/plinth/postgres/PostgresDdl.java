package dev.plinth.postgres;

import dev.plinth.model.Schema;
import dev.plinth.postgres.internal.render.DdlScript;
import dev.plinth.postgres.internal.render.RenderContext;
import dev.plinth.postgres.internal.render.RenderMode;
import dev.plinth.render.Renderer;

/**
 * The SQL script of a schema, for people, for snapshots and for {@code psql -v ON_ERROR_STOP=1 -f}. Needs no
 * connection. The text depends on the schema alone: no clock, no version, no machine.
 *
 * <p>Where objects need each other in a circle that nothing can break, the script fails at one of them, and a comment above it says so.
 *
 * <p>Descriptions become SQL comments. DynamoDB tables are left out.
 */
public final class PostgresDdl implements Renderer<String> {

    private static final String PLAIN = """
            Builds an empty database; stops at the first object that exists.
            Run it with: psql -v ON_ERROR_STOP=1 --single-transaction -f <this file>""";

    private static final String RERUNNABLE = """
            Creates what is missing, by name, and can be run again at any time. What exists is passed over, whatever
            it looks like: no column is added to a table that exists, and an index is passed over where any other
            relation has its name.
            Run it with: psql -v ON_ERROR_STOP=1 -f <this file>""";

    private final String introduction;
    private final RenderMode mode;
    private final RenderContext context;

    private PostgresDdl(String introduction, RenderMode mode, RenderContext context) {
        this.introduction = introduction;
        this.mode = mode;
        this.context = context;
    }

    /** The script that builds an empty database and fails on one that has anything of the schema. */
    public static PostgresDdl plain() {
        return new PostgresDdl(PLAIN, RenderMode.PLAIN, RenderContext.defaults());
    }

    /**
     * The script that can be run twice: {@code IF NOT EXISTS} where PostgreSQL has it, elsewhere a block that looks in
     * the catalogs. An interrupted run is finished by the next one.
     *
     * <p>It looks at names only. A column, or a constraint of CREATE TABLE, that a table lacks stays lacking, and
     * PostgreSQL skips {@code CREATE INDEX IF NOT EXISTS} where a relation of any kind has the name. To complete a
     * database that is not empty, use {@link dev.plinth.SchemaInitializer#apply()}.
     */
    public static PostgresDdl rerunnable() {
        return new PostgresDdl(RERUNNABLE, RenderMode.RERUNNABLE, RenderContext.defaults());
    }

    /** The same script for a database that keeps an extension in another namespace than {@code public}. */
    public PostgresDdl extensionNamespace(String extension, String namespace) {
        return new PostgresDdl(introduction, mode, context.withExtension(extension, namespace));
    }

    @Override
    public String render(Schema schema) {
        return DdlScript.of(schema, introduction, mode, context);
    }
}
