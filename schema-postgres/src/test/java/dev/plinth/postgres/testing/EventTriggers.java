package dev.plinth.postgres.testing;

import java.util.List;

/**
 * Ends a backend at its k-th DDL command, counted over the whole database and including commands that are rolled back.
 * Commands of extension scripts are not counted. Needs a superuser.
 *
 * @see <a href="https://www.postgresql.org/docs/current/event-trigger-definition.html">Event triggers</a>
 */
public final class EventTriggers {

    // A sequence, because nextval survives the rollback that a terminated backend causes. Its answer is the number:
    // last_value may already be another session's.
    private static final String INSTALL = """
            CREATE SCHEMA plinth_testing;
            CREATE SEQUENCE plinth_testing.commands;
            CREATE SEQUENCE plinth_testing.ended;
            CREATE TABLE plinth_testing.ends_at (command bigint NOT NULL);
            CREATE FUNCTION plinth_testing.count_command() RETURNS event_trigger LANGUAGE plpgsql AS $$
            DECLARE
                executed bigint;
            BEGIN
                IF NOT EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE NOT in_extension) THEN
                    RETURN;
                END IF;
                executed := nextval('plinth_testing.commands');
                IF EXISTS (SELECT FROM plinth_testing.ends_at WHERE command = executed) THEN
                    PERFORM nextval('plinth_testing.ended');
                    PERFORM pg_terminate_backend(pg_backend_pid());
                END IF;
            END;
            $$;
            CREATE EVENT TRIGGER plinth_testing_commands ON ddl_command_end
                EXECUTE FUNCTION plinth_testing.count_command();
            """;

    private final TestDatabase database;

    private EventTriggers(TestDatabase database) {
        this.database = database;
    }

    /** Installs the counter, at zero, with no command to end at. */
    public static EventTriggers installIn(TestDatabase database) {
        database.execute(INSTALL);
        return new EventTriggers(database);
    }

    /** Starts counting anew and ends the backend of the k-th command, when it is executed but not yet committed. */
    public void endBackendAt(long command) {
        disarm();
        database.execute("SELECT setval('plinth_testing.commands', 1, false), "
                + "setval('plinth_testing.ended', 1, false); "
                + "INSERT INTO plinth_testing.ends_at VALUES (" + command + ")");
    }

    /** Only counts from now on. */
    public void disarm() {
        database.execute("DELETE FROM plinth_testing.ends_at");
    }

    /** How many commands were executed since the counter was set. */
    public long commands() {
        return count("commands");
    }

    /** Whether a backend was ended since {@link #endBackendAt}. */
    public boolean hasEndedABackend() {
        return count("ended") > 0;
    }

    /** Removes every trace, so that a dump shows the schema alone. */
    public void uninstall() {
        database.execute("DROP EVENT TRIGGER plinth_testing_commands; DROP SCHEMA plinth_testing CASCADE");
    }

    private long count(String sequence) {
        List<String> rows = database.query("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM plinth_testing."
                + sequence);
        return Long.parseLong(rows.getFirst());
    }
}
