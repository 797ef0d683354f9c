package dev.plinth.postgres.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** PostgreSQL as the packages of Debian and Ubuntu install it. */
record LocalInstallation(int major) {

    private static final int OLDEST = 14;
    private static final int NEWEST = 18;

    /** The newest installed version that comes with PostGIS. */
    static Optional<LocalInstallation> withPostgis() {
        return IntStream.rangeClosed(OLDEST, NEWEST).mapToObj(LocalInstallation::new)
                .filter(LocalInstallation::hasServer).filter(LocalInstallation::hasPostgis)
                .max(Comparator.comparingInt(LocalInstallation::major));
    }

    /** The programs of one major version, or of the nearest later one, which can dump it as well. */
    static @Nullable Path bin(int major) {
        return IntStream.rangeClosed(major, NEWEST).mapToObj(LocalInstallation::new).map(LocalInstallation::bin)
                .filter(bin -> Files.isExecutable(bin.resolve("pg_dump"))).findFirst().orElse(null);
    }

    Path bin() {
        return Path.of("/usr/lib/postgresql/" + major + "/bin");
    }

    private boolean hasServer() {
        return Files.isExecutable(bin().resolve("initdb"));
    }

    private boolean hasPostgis() {
        return Files.exists(Path.of("/usr/share/postgresql/" + major + "/extension/postgis.control"));
    }
}
