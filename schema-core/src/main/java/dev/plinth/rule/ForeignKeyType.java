package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.KeyTypes;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import dev.plinth.naming.TypeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column and the column it references must be comparable by an index of the latter. PostgreSQL allows that between
 * the types of one family ({@code varchar} and {@code text}) and where the former widens to the latter
 * ({@code integer} to {@code numeric}); it refuses all others when the constraint is created.
 */
public final class ForeignKeyType implements ForeignKeyRule {

    @Override
    public Stream<Problem> check(Table table, ForeignKey key, Table target) {
        List<Problem> problems = new ArrayList<>();
        int pairs = Math.min(key.columns().size(), key.targetColumns().size());
        for (int pair = 0; pair < pairs; pair++) {
            Optional<Column> from = table.column(key.columns().get(pair));
            Optional<Column> to = target.column(key.targetColumns().get(pair));
            Optional<Problem> mismatch = from.isPresent() && to.isPresent()
                    ? mismatch(table.name().display(), from.get(), target.name().display(), to.get())
                    : Optional.empty();
            if (mismatch.isPresent()) {
                problems.add(mismatch.get());
            }
        }
        return problems.stream();
    }

    /**
     * What is wrong with a column that references another, if anything is.
     *
     * @param table the table of {@code from}, for the message
     * @param parent the table of {@code to}, for the message
     */
    public static Optional<Problem> mismatch(String table, Column from, String parent, Column to) {
        if (KeyTypes.canReference(from.type(), to.type())) {
            return Optional.empty();
        }
        String message = "is " + TypeNames.of(from.type()) + " but references " + parent + "." + to.name()
                + ", which is " + TypeNames.of(to.type());
        String remedy = "Declare it as column(\"" + from.name() + "\", " + TypeWords.of(to.type()) + ").";
        return Optional.of(new ForeignKeyType().error(table + "." + from.name(), message, remedy));
    }
}
