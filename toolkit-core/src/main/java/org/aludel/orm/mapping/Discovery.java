package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.instrument.ClassScan;

/** Finds entity classes. */
final class Discovery {
  /** Where the annotation processor lists the entities of one compilation, one name a line. */
  private static final String INDEX = "META-INF/aludel/mapped-classes";

  private Discovery() {}

  static List<Class<?>> below(Class<?> base) {
    ClassLoader own = base.getClassLoader();
    // Classes of the platform have no loader that the application could be seen from.
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    List<Class<?>> found =
        load(loader, ClassScan.listed(loader, INDEX)).stream()
            .filter(base::isAssignableFrom)
            .toList();
    if (found.isEmpty()) {
      throw none(
          "cannot find entities below \"" + base.getName() + "\"",
          "no index " + INDEX + " on the class path names a class below it");
    }
    return found;
  }

  static List<Class<?>> inPackages(ClassLoader loader, Collection<String> packages) {
    List<String> listed = ClassScan.listed(loader, INDEX);
    List<String> names =
        listed.isEmpty()
            ? scanned(loader, packages)
            : listed.stream().filter(name -> within(name, packages)).toList();
    List<Class<?>> found = load(loader, names);
    if (found.isEmpty()) {
      String where =
          packages.isEmpty() ? "the class path" : "the packages " + String.join(", ", packages);
      throw none(
          "cannot find entities in " + where,
          listed.isEmpty()
              ? "no index " + INDEX + " and no class with @Entity"
              : "an index of others");
    }
    return found;
  }

  private static List<String> scanned(ClassLoader loader, Collection<String> packages) {
    Set<String> names = new TreeSet<>(ClassScan.annotated(loader, packages, Words.ENTITY));
    names.addAll(ClassScan.annotated(loader, packages, Words.MAPS));
    return List.copyOf(names);
  }

  private static boolean within(String name, Collection<String> packages) {
    return packages.isEmpty() || packages.stream().anyMatch(one -> name.startsWith(one + "."));
  }

  private static List<Class<?>> load(ClassLoader loader, List<String> names) {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      Class<?> type = ClassScan.load(loader, name);
      if (Hierarchy.isEntity(type) || EmbeddedDrafter.isPart(type)) {
        classes.add(type);
      }
    }
    return classes;
  }

  private static MappingException none(String what, String found) {
    return new MappingException(
        Problem.of(MappingCode.NOT_MAPPED, what)
            .found(found)
            .expected("classes annotated with @Entity, compiled with the annotation processor")
            .fix(
                "add org.aludel:aludel-processor to annotationProcessorPaths and compile, or name"
                    + " the packages to look into"));
  }
}
