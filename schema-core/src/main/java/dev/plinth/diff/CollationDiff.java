package dev.plinth.diff;

import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Collation.Provider;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares a collation. PostgreSQL writes the locale of ICU as a language tag from 16 on ({@code de_DE} becomes
 * {@code de-DE}), so such locales are equal where their tags are.
 */
final class CollationDiff {

    private CollationDiff() {}

    static void compare(Collation declared, Live<Collation> live, Findings findings) {
        Subject subject = Subject.of(declared);
        Collation existing = live.object();
        findings.text(subject, "provider", word(declared.provider()), word(existing.provider()));
        findings.verdict(
                sameLocale(declared, existing),
                subject,
                "locale",
                declared.locale(),
                existing.locale(),
                Function.identity());
        findings.text(subject, "LC_CTYPE", text(declared.ctype()), text(existing.ctype()));
        findings.text(subject, "determinism", determinism(declared), determinism(existing));
        findings.text(subject, "rules", text(declared.rules()), text(existing.rules()));
        findings.unmodelled(subject, live);
    }

    private static Verdict sameLocale(Collation declared, Collation live) {
        if (declared.locale().equals(live.locale())) {
            return Verdict.EQUAL;
        }
        boolean areTags = declared.provider() == Provider.ICU && live.provider() == Provider.ICU;
        if (areTags && (declared.locale().contains("@") || live.locale().contains("@"))) {
            return Verdict.UNDECIDED;
        }
        return areTags && tag(declared.locale()).equals(tag(live.locale())) ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private static String tag(String locale) {
        return Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag();
    }

    private static String word(Provider provider) {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    private static String determinism(Collation collation) {
        return collation.deterministic() ? "deterministic" : "not deterministic";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
