package dev.plinth.diff;

import dev.plinth.diff.Drift.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Collects what the comparisons of one DynamoDB table find. */
final class DynamoFindings {

    private final List<DynamoChange> missing = new ArrayList<>();
    private final List<DynamoChange> begun = new ArrayList<>();
    private final Map<DynamoChange, String> notOffered = new LinkedHashMap<>();
    private final Map<DynamoChange, String> unreadable = new LinkedHashMap<>();
    private final Map<DynamoChange, String> givenUp = new LinkedHashMap<>();
    private final List<Drift> drift = new ArrayList<>();

    /**
     * How one declared part is compared with the live one.
     *
     * @param aspect what differs, in a word or two
     * @param same whether a live value is what the declared one asks for
     * @param show a value for people
     * @param advice what to do where they differ
     */
    record Comparison<T>(String aspect, BiPredicate<T, T> same, Function<T, String> show, String advice) {}

    void missing(DynamoChange change) {
        missing.add(change);
    }

    void begun(DynamoChange change) {
        begun.add(change);
    }

    void drift(Subject subject, Kind kind, String aspect, String declared, String live, String advice) {
        drift.add(new Drift(subject, kind, aspect, declared, live, advice));
    }

    /** A difference, unless the two texts are the same. */
    void different(Subject subject, String aspect, String declared, String live, String advice) {
        if (!declared.equals(live)) {
            drift(subject, Kind.DIFFERENT, aspect, declared, live, advice);
        }
    }

    /** A part that {@code change} would add. */
    <T> void part(DynamoChange change, T declared, LiveValue<T> live, Comparison<T> comparison) {
        switch (live) {
            case LiveValue.Present<T>(T value) -> compare(change.subject(), declared, value, comparison);
            case LiveValue.Arriving<T>(T value) -> {
                if (comparison.same().test(declared, value)) {
                    begun(change);
                } else {
                    compare(change.subject(), declared, value, comparison);
                }
            }
            case LiveValue.Absent<T> absent -> unknown(change, absent);
            case LiveValue.NotAsked<T> unasked -> unknown(change, unasked);
            case LiveValue.NotOffered<T> foreign -> unknown(change, foreign);
            case LiveValue.Unreadable<T> hidden -> unknown(change, hidden);
            case LiveValue.GivenUp<T> failed -> unknown(change, failed);
        }
    }

    /** A part that is neither there nor arriving: missing, or not known and why. */
    <T> void unknown(DynamoChange change, LiveValue<T> live) {
        switch (live) {
            case LiveValue.Present<T>(T value) -> {}
            case LiveValue.Arriving<T>(T value) -> {}
            case LiveValue.Absent<T>() -> missing(change);
            case LiveValue.NotAsked<T>() -> {}
            case LiveValue.NotOffered<T>(String reason) -> notOffered.put(change, reason);
            case LiveValue.Unreadable<T>(String reason) -> unreadable.put(change, reason);
            case LiveValue.GivenUp<T>(String reason) -> {
                missing(change);
                givenUp.put(change, reason);
            }
        }
    }

    private <T> void compare(Subject subject, T declared, T live, Comparison<T> comparison) {
        if (!comparison.same().test(declared, live)) {
            drift(
                    subject,
                    Kind.DIFFERENT,
                    comparison.aspect(),
                    comparison.show().apply(declared),
                    comparison.show().apply(live),
                    comparison.advice());
        }
    }

    DynamoDifference difference() {
        return new DynamoDifference(missing, begun, notOffered, unreadable, givenUp, drift);
    }
}
