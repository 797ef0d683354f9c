package dev.plinth.dsl;

import dev.plinth.model.sql.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lambda of one table: open until it returns, and complete only when each of its statements is. */
final class Block {

    /** A statement that further calls must complete. */
    interface Statement {

        /** What it is called in messages: {@code index "idx_users_email"}. */
        String title();

        /** What is still missing, with the call that adds it. */
        Optional<String> missing();
    }

    private record Begun(Statement statement, Origin origin) {}

    private final String word;
    private final String subject;
    private final List<Begun> statements = new ArrayList<>();
    private boolean open = true;

    /**
     * @param word the word of the DSL that opens the block
     * @param subject the name of the table
     */
    Block(String word, String subject) {
        this.word = word;
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    void requireOpen() {
        if (!open) {
            throw refusal("is already defined", "Change it inside its " + word + "(...) block.");
        }
    }

    /** Refuses a second word for what can be said once: {@code locale(...)}. */
    void requireUnsaid(String word, @Nullable Object earlier) {
        requireOpen();
        if (earlier != null) {
            throw refusal(word + " was already said", "Say it once.");
        }
    }

    /** The name that was given to a word that can be said once; refuses none and a blank one. */
    String named(String word, @Nullable Object earlier, @Nullable String name) {
        requireUnsaid(word, earlier);
        if (name == null || name.isBlank()) {
            throw refusal(word + " was given no name", "Name it, or leave it out.");
        }
        return name;
    }

    /** Refuses what is not there yet among several. */
    void requireThere(String word, @Nullable Object... several) {
        requireOpen();
        for (Object one : several) {
            if (one == null) {
                throw refusal(word + " was given null, usually a constant declared below", "Declare it above.");
            }
        }
    }

    /** Refuses a type that is not there yet. */
    void requireType(String part, @Nullable ColumnType type) {
        if (type == null) {
            String message = "has the type null, usually a constant declared below";
            throw refusal(part, message, "Declare the type above it.");
        }
    }

    <S extends Statement> S begin(S statement, Class<?> builder) {
        statements.add(new Begun(statement, Origin.ofCallerOf(builder)));
        return statement;
    }

    /** Ends the block; refuses the first statement that is not complete. */
    void close() {
        requireOpen();
        open = false;
        for (Begun begun : statements) {
            Optional<String> missing = begun.statement.missing();
            if (missing.isPresent()) {
                throw unfinished(begun, missing.get());
            }
        }
    }

    DslException refusal(String message, String remedy) {
        return new DslException(subject, message, remedy);
    }

    DslException refusal(@Nullable String part, String message, String remedy) {
        return new DslException(part == null ? subject : subject + "." + part, message, remedy);
    }

    private DslException unfinished(Begun begun, String missing) {
        String message = begun.statement.title() + " begun at " + begun.origin.line() + " is unfinished";
        DslException refusal = refusal(message, missing);
        List<StackTraceElement> trace = new ArrayList<>(List.of(refusal.getStackTrace()));
        trace.add(0, begun.origin.frame());
        refusal.setStackTrace(trace.toArray(StackTraceElement[]::new));
        return refusal;
    }
}
