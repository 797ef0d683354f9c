package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import java.util.function.Consumer;

/** CREATE PROCEDURE. Lives inside the lambda of {@code procedure(...)}. */
public final class ProcedureBuilder extends RoutineBuilder<ProcedureBuilder> {

    private ProcedureBuilder(QualifiedName name, Block block) {
        super(name, block);
    }

    static Function build(QualifiedName name, Consumer<ProcedureBuilder> definition) {
        Block block = new Block("procedure", name.display() + "()");
        ProcedureBuilder builder = new ProcedureBuilder(name, block);
        definition.accept(builder);
        block.close();
        return builder.build(null, RoutineOptions.DEFAULTS);
    }

    @Override
    ProcedureBuilder self() {
        return this;
    }
}
