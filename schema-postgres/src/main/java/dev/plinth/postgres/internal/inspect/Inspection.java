package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Answers;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.Verdict;
import dev.plinth.postgres.internal.compare.Undecided;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one inspection brought back.
 *
 * @param database the name of the database
 * @param live as much of it as the schema asks about
 * @param answers what the server said about differing spellings
 * @param extensionNamespaces where the extensions are or are to be, as their types have to be qualified
 * @param undecided the pairs of spellings that the server could not be asked about without a closer look
 * @param lockTableSize how many locks on objects the whole server can hold at once
 * @param unmanaged live objects that nobody declared; empty unless asked for
 */
public record Inspection(
        String database,
        LiveDatabase live,
        Answers answers,
        Map<String, String> extensionNamespaces,
        List<String> unmanaged,
        List<Undecided> undecided,
        long lockTableSize) {

    /** The same with more answers. */
    public Inspection withAnswers(Answers more) {
        return new Inspection(database, live, more, extensionNamespaces, unmanaged, undecided, lockTableSize);
    }

    /** The same, knowing that more roles exist. */
    public Inspection withRoles(Set<String> roles) {
        return new Inspection(
                database, live.withRoles(roles), answers, extensionNamespaces, unmanaged, undecided, lockTableSize);
    }

    /** The same after a closer look. */
    public Inspection withDecided(Map<Answers.Pair, Verdict> decided) {
        if (decided.isEmpty()) {
            return this;
        }
        return new Inspection(
                database,
                live,
                answers.withDecided(decided),
                extensionNamespaces,
                unmanaged,
                undecided.stream().filter(it -> !decided.containsKey(it.pair())).toList(),
                lockTableSize);
    }
}
