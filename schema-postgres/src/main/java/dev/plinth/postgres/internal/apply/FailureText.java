package dev.plinth.postgres.internal.apply;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** What the server said, with what to do about it, and without anything secret. */
public final class FailureText {

    /** A password or a connection URL, as drivers and pools quote them in their messages. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)jdbc:[^\\s\"']*|\\b(password|pwd)\\s*[=:]\\s*[^\\s,;&)}\"']+|://[^\\s/@]+@");

    /** A driver that cannot make sense of a message quotes all of it. */
    private static final int MOST_OF_A_DRIVER = 500;

    /** What nobody by that name says: a function, a type, a table. */
    private static final Set<String> UNKNOWN_NAMES = Set.of("42883", "42704", "42P01");

    private FailureText() {}

    /** The message of the server with its detail, the SQLSTATE, and advice where there is some. */
    public static String of(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException && failure.getCause() instanceof SQLException reason) {
            // A pool that waited in vain; why is what it was told last.
            return of(reason);
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        ServerErrorMessage server = ServerError.message(failure);
        Optional<ConnectionFailure> connection = server == null ? ConnectionFailure.of(failure) : Optional.empty();
        String said = server == null
                ? connection.flatMap(ConnectionFailure::said).orElse(cut(String.valueOf(failure.getMessage())))
                : said(server);
        String advice = connection.map(ConnectionFailure::advice).orElse(advice(state, server));
        return withoutSecrets(said)
                + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")")
                + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** A message with passwords and connection URLs taken out. */
    public static String withoutSecrets(String message) {
        return SECRET.matcher(message).replaceAll("[removed]");
    }

    private static String said(ServerErrorMessage server) {
        return server.getMessage() + (server.getDetail() == null ? "" : " (" + server.getDetail() + ")");
    }

    private static String cut(String message) {
        return message.length() > MOST_OF_A_DRIVER ? message.substring(0, MOST_OF_A_DRIVER) + " ..." : message;
    }

    private static String advice(String state, @Nullable ServerErrorMessage server) {
        if (server != null && "check_enable_rls".equals(server.getRoutine())) {
            return "row level security hides rows of the table from the role, and where it is forced from the owner too;"
                    + " apply the schema with a role that has BYPASSRLS, or declare what needs the rows withNoData() or"
                    + " notValid()";
        }
        String body = server == null || !UNKNOWN_NAMES.contains(state) ? "" : body(server);
        return body.isEmpty()
                ? advice(state)
                : "the body of a function names it without its namespace (" + body
                        + "); give the function a search path of its own, with ALTER FUNCTION ... SET search_path, or"
                        + " set(\"search_path\", ...) where the schema declares it";
    }

    /**
     * Where in a body the server was, empty where it was in none. It quotes the body then, whatever the language of its messages;
     * some statements are sent inside of one themselves.
     */
    private static String body(ServerErrorMessage server) {
        String where = server.getWhere();
        return server.getInternalQuery() == null || where == null || where.contains("inline_code_block")
                ? ""
                : where.lines().findFirst().orElse("");
    }

    private static String advice(String state) {
        return switch (state) {
            case "42501" -> "grant the role what it lacks, or apply the schema with the owner's role";
            case "25006" -> "connect to the primary, in a session that may write";
            case "28P01", "28000" -> "check the user, the password and pg_hba.conf";
            case "3D000" -> "create the database first: a schema is applied to a database that exists";
            case "53300" ->
                "close connections, or raise the limit of the role, the database or the server (max_connections)";
            case "53200" -> "raise max_locks_per_transaction, or apply while the server is less busy";
            case "55P03" -> "another session holds the table; apply again when it is done";
            case "57P03" -> "apply again when the server takes connections";
            case "57014" -> "give apply a longer deadline";
            case "23502", "23503", "23505", "23514", "23P01" -> "mend the rows that stand against it, then apply again";
            case "08004" ->
                "check what the server admits in pg_hba.conf, and whether it speaks TLS as the connection wants";
            case "08001", "08006", "08003" -> "check that the server runs and can be reached, then apply again";
            default -> "";
        };
    }
}
