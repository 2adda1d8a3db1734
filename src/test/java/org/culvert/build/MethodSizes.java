package org.culvert.build;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The lines of each method, from its first to its closing brace, as the compiler's parser sees. */
final class MethodSizes {
    private MethodSizes() {}

    /** Lines by {@code file:method}. */
    static Map<String, Long> of(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            var sizes = new LinkedHashMap<String, Long>();
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                var lines = unit.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        long end = positions.getEndPosition(unit, method);
                        if (end >= 0 && method.getBody() != null) {
                            long start = positions.getStartPosition(unit, method);
                            long size = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
                            String name = unit.getSourceFile().getName() + ":" + method.getName();
                            sizes.merge(name, size, Math::max);
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
            return sizes;
        }
    }
}
