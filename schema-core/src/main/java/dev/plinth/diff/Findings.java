package dev.plinth.diff;

import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what the comparisons find, with the wording that all kinds of object share. */
final class Findings {

    private static final String LEFT_ALONE = "left as it is; change it with a migration, or change the schema";

    private final List<SqlChange> missing = new ArrayList<>();
    private final Map<SqlChange, String> obstructed = new LinkedHashMap<>();
    private final List<Drift> drift = new ArrayList<>();
    private final Set<QualifiedName> unfitFunctions = new HashSet<>();

    void missing(SqlChange change) {
        if (change instanceof CreateTrigger created && unfitFunctions.contains(created.trigger().function())) {
            obstructed(change,
                    "the live function " + created.trigger().function().display() + "() returns something else");
        } else {
            missing.add(change);
        }
    }

    /** Everything that is missing so far, whether it can be added or not. */
    Stream<SqlChange> additions() {
        return Stream.concat(missing.stream(), obstructed.keySet().stream());
    }

    /** A live function that triggers cannot call. */
    void unfitFunction(QualifiedName function) {
        unfitFunctions.add(function);
    }

    /** Something missing that cannot be added because of something else that differs. */
    void obstructed(SqlChange change, String reason) {
        obstructed.put(change, reason);
    }

    void different(Subject subject, String aspect, String declared, String live) {
        drift.add(new Drift(subject, Drift.Kind.DIFFERENT, aspect, declared, live, LEFT_ALONE));
    }

    /** A difference that one statement settles. */
    void different(Subject subject, String aspect, String declared, String live, String statement) {
        String advice = "left as it is; " + statement + " changes it, or change the schema";
        drift.add(new Drift(subject, Drift.Kind.DIFFERENT, aspect, declared, live, advice));
    }

    /** A difference where two texts are not the same, and that one statement settles. */
    void text(Subject subject, String aspect, String declared, String live, String statement) {
        if (!declared.equals(live)) {
            different(subject, aspect, declared, live, statement);
        }
    }

    /** Something of that name is there, and is not the part of another table that it is to be. */
    void unattached(Subject subject, String declared, String live, String advice) {
        drift.add(new Drift(subject, Drift.Kind.CONFLICT, "partition", declared, live, advice));
    }

    /** A difference where two texts are not the same. */
    void text(Subject subject, String aspect, String declared, String live) {
        if (!declared.equals(live)) {
            different(subject, aspect, declared, live);
        }
    }

    /** A difference where two names are not the same. */
    void text(Subject subject, String aspect, @Nullable QualifiedName declared, @Nullable QualifiedName live) {
        text(
                subject,
                aspect,
                declared == null ? "" : declared.display(),
                live == null ? "" : live.display());
    }

    void undecided(Subject subject, String aspect, String declared, String live) {
        drift.add(Drift.undecided(subject, aspect, declared, live));
    }

    /**
     * One drift for whatever the verdict is, none when it is {@link Verdict#EQUAL}.
     *
     * @param text how a person reads the two; not asked where they are equal, as nearly all are
     */
    <T> void verdict(Verdict verdict, Subject subject, String aspect, T declared, T live, Function<T, String> text) {
        switch (verdict) {
            case EQUAL -> {}
            case DIFFERENT -> different(subject, aspect, text.apply(declared), text.apply(live));
            case UNDECIDED -> undecided(subject, aspect, text.apply(declared), text.apply(live));
        }
    }

    void unmodelled(Subject subject, Live<?> live) {
        live.unmodelled().forEach(phrase -> different(subject, "definition", "", phrase));
    }

    void conflict(Subject subject, String declared, String live) {
        drift.add(new Drift(
                subject,
                Drift.Kind.CONFLICT,
                "name",
                declared,
                live,
                "nothing is created under that name; rename one of the two"));
    }

    void otherName(Subject subject, String name, String liveName) {
        otherName(subject, "name", name, liveName);
    }

    void otherName(Subject subject, String aspect, String name, String liveName) {
        present(subject, aspect, name, liveName, "name it \"" + liveName + "\" in the schema to make them agree");
    }

    /** An object of another kind does the same, be it under the same name. */
    void standIn(Subject subject, String kind, String name, String liveKind, String liveName) {
        boolean isNamesake = name.equals(liveName);
        present(
                subject,
                isNamesake ? "kind" : "name",
                isNamesake ? kind : name,
                isNamesake ? liveKind : liveName,
                "declare the " + liveKind + " \"" + liveName + "\" in the schema to make them agree");
    }

    /** Something that does the same is there, as it is not declared. */
    void present(Subject subject, String aspect, String declared, String live, String advice) {
        drift.add(new Drift(subject, Drift.Kind.OTHER_NAME, aspect, declared, live, "it counts as present; " + advice));
    }

    Difference<SqlChange> difference() {
        return new Difference<>(missing, obstructed, drift);
    }
}
