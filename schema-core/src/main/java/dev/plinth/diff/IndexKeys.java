package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.OperatorClass;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the keys of two indexes of one table are the same, whatever is said in them that is said anyway. */
record IndexKeys(QualifiedName table, IndexMethod method, Answers answers) {

    /** What a collation is called that is none of its own. */
    private static final QualifiedName DEFAULT_COLLATION = new QualifiedName("pg_catalog", "default");

    Verdict same(List<IndexKey> declared, List<IndexKey> live) {
        if (declared.size() != live.size()) {
            return Verdict.DIFFERENT;
        }
        Verdict verdict = Verdict.EQUAL;
        for (int place = 0; place < declared.size(); place++) {
            verdict = worse(verdict, same(declared.get(place), live.get(place)));
        }
        return verdict;
    }

    private Verdict same(IndexKey key, IndexKey live) {
        boolean differs = key.direction() != live.direction()
                || key.nulls() != live.nulls()
                || !Objects.equals(collation(key), collation(live))
                || !sameClass(key.operatorClass(), live.operatorClass());
        if (differs) {
            return Verdict.DIFFERENT;
        }
        if (key.target() instanceof Target.OfExpression(var wanted)
                && live.target() instanceof Target.OfExpression(var found)) {
            return answers.sameExpression(table, wanted, found);
        }
        return key.target().equals(live.target()) ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private static @Nullable QualifiedName collation(IndexKey key) {
        return DEFAULT_COLLATION.equals(key.collation()) ? null : key.collation();
    }

    /** A live key names its operator class where that is not the default one, or has parameters. */
    private boolean sameClass(@Nullable OperatorClass declared, @Nullable OperatorClass live) {
        return declared == null || live != null
                ? Objects.equals(declared, live)
                : declared.parameters().isEmpty() && answers.isDefault(method, declared);
    }

    static Verdict worse(Verdict one, Verdict other) {
        return one == Verdict.DIFFERENT || other == Verdict.EQUAL ? one : other;
    }
}
