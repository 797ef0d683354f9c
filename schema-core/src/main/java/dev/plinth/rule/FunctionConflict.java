package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import java.util.stream.Stream;

/** One name, one function: triggers that call functions of the same name call the same function. */
final class FunctionConflict implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Duplicates.of(schema.functions().stream().map(Function::name).toList()).stream()
                .map(name -> error(
                        name.display() + "()",
                        "is defined twice, in different ways",
                        "Keep one triggerFunction(...) in a constant, or rename one of the two."));
    }
}
