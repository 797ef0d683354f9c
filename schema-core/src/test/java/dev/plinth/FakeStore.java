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
        StoreReport get(Run run);
    }

    static FakeStore sql(Step... steps) {
        return new FakeStore("postgres", Schema::hasSqlPart,
                run -> Samples.store("postgres", List.of(steps), List.of()), new ArrayList<>());
    }

    static FakeStore dynamo(Step... steps) {
        return new FakeStore("dynamodb", schema -> !schema.dynamoTables().isEmpty(),
                run -> Samples.store("dynamodb", List.of(steps), List.of()), new ArrayList<>());
    }

    FakeStore answering(Answer other) {
        return new FakeStore(name, concern, other, questions);
    }

    FakeStore throwing(RuntimeException failure) {
        return answering(run -> {
            throw failure;
        });
    }

    FakeStore failing(String failure, Step... steps) {
        return answering(run -> new StoreReport(name, "at " + name, List.of(steps), List.of(), List.of(),
                List.of(failure), Duration.ofMillis(12)));
    }

    @Override
    public boolean concerns(Schema schema) {
        return concern.test(schema);
    }

    @Override
    public StoreReport plan(Schema schema, Run run) {
        return asked("plan", run);
    }

    @Override
    public StoreReport apply(Schema schema, Run run) {
        return asked("apply", run);
    }

    @Override
    public StoreReport verify(Schema schema, Run run) {
        return asked("verify", run);
    }

    private StoreReport asked(String question, Run run) {
        questions.add(question);
        return answer.get(run);
    }
}
