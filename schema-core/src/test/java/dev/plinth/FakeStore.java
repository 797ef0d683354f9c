package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** A store that gives the report it was made with, or throws, and remembers what it was asked. */
@NullMarked
record FakeStore(String name, Predicate<Schema> concern, Answer answer, List<String> questions) implements Store {

    /** What the store says. */
    interface Answer {
        StoreReport get(Deadline deadline);
    }

    static FakeStore sql(Step... steps) {
        return new FakeStore("postgres", schema -> !schema.tables().isEmpty(),
                deadline -> Samples.store("postgres", List.of(steps), List.of()), new ArrayList<>());
    }

    static FakeStore dynamo(Step... steps) {
        return new FakeStore("dynamodb", schema -> !schema.dynamoTables().isEmpty(),
                deadline -> Samples.store("dynamodb", List.of(steps), List.of()), new ArrayList<>());
    }

    FakeStore answering(Answer other) {
        return new FakeStore(name, concern, other, questions);
    }

    FakeStore throwing(RuntimeException failure) {
        return answering(deadline -> {
            throw failure;
        });
    }

    FakeStore failing(String failure, Step... steps) {
        return answering(deadline -> new StoreReport(name, "at " + name, List.of(steps), List.of(), List.of(),
                List.of(failure), Duration.ofMillis(12)));
    }

    @Override
    public boolean concerns(Schema schema) {
        return concern.test(schema);
    }

    @Override
    public StoreReport plan(Schema schema, Deadline deadline) {
        return asked("plan", deadline);
    }

    @Override
    public StoreReport apply(Schema schema, Deadline deadline) {
        return asked("apply", deadline);
    }

    @Override
    public StoreReport verify(Schema schema, Deadline deadline) {
        return asked("verify", deadline);
    }

    private StoreReport asked(String question, Deadline deadline) {
        questions.add(question);
        return answer.get(deadline);
    }
}
