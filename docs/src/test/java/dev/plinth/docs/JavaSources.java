package dev.plinth.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/** The main sources of every module, measured in lines with the compiler's own parser. */
final class JavaSources {

    /** Something with a length: a file, or a method and where it stands. */
    record Measured(String name, int lines) {}

    private final Path root;

    JavaSources(Path root) {
        this.root = root;
    }

    List<Measured> files() {
        return paths().stream().map(file -> new Measured(name(file), lines(file))).toList();
    }

    /** Methods and constructors that have a body, from the first line of the declaration (without its Javadoc) to the brace. */
    List<Measured> methods() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(paths());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            var methods = new ArrayList<Measured>();
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new MethodScanner(unit, positions, methods).scan(unit, null);
            }
            return methods;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> paths() {
        try (var all = Files.walk(root)) {
            return all.filter(this::isMainSource).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isMainSource(Path path) {
        var name = name(path).replace('\\', '/');
        return name.endsWith(".java") && name.contains("src/main/java/");
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class MethodScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Measured> found;
        private String type = "";

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Measured> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            var outer = type;
            type = tree.getSimpleName().toString();
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null) {
                var first = line(positions.getStartPosition(unit, method));
                var last = line(positions.getEndPosition(unit, method));
                var file = name(Path.of(unit.getSourceFile().toUri()));
                found.add(new Measured(file + ":" + first + " " + type + "." + method.getName(), last - first + 1));
            }
            return super.visitMethod(method, null);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
