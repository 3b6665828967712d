package org.aludel.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of the house for one module, over its compiled main classes.
 *
 * <pre>{@code
 * @Test void followsTheRules() {
 *   new ArchitectureRules("org.aludel.migrations", ALLOWED, Set.of("command")).check();
 * }
 * }</pre>
 *
 * Packages are named below the root ({@code ""} is the root itself). What lies outside the root is
 * not judged here. Immutable.
 */
public final class ArchitectureRules {
  private static final Pattern BANNED_NAME = Pattern.compile(".*(Impl|Helper|Manager|Utils?)");
  private final String root;
  private final Map<String, Set<String>> allowed;
  private final Set<String> apiPackages;
  private final JavaClasses classes;

  /**
   * Reads the module's own compiled classes; those of the class path if it has none below the root.
   * So a module whose root is shared with others judges its own packages only, while the table may
   * name packages of the others as targets.
   *
   * @param root the package below which all is judged
   * @param allowed for each package those of the root that it may use
   * @param apiPackages the packages whose public signatures show API types only
   */
  public ArchitectureRules(String root, Map<String, Set<String>> allowed, Set<String> apiPackages) {
    this(root, allowed, apiPackages, imported(root));
  }

  ArchitectureRules(
      String root, Map<String, Set<String>> allowed, Set<String> apiPackages, JavaClasses classes) {
    this.root = root;
    this.allowed = Map.copyOf(allowed);
    this.apiPackages = Set.copyOf(apiPackages);
    this.classes = classes;
  }

  private static JavaClasses imported(String root) {
    ClassFileImporter importer =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());
    Path own = ProjectFolders.module().resolve("target/classes");
    JavaClasses ownClasses =
        importer.withImportOption(location -> isInside(own, location.asURI())).importPackages(root);
    return ownClasses.isEmpty() ? importer.importPackages(root) : ownClasses;
  }

  private static boolean isInside(Path folder, URI location) {
    return "file".equals(location.getScheme()) && Path.of(location).startsWith(folder);
  }

  /** Fails with all violations, sorted. */
  public void check() {
    List<String> violations = violations();
    if (!violations.isEmpty()) {
      throw new AssertionError(
          violations.size()
              + " violations below "
              + root
              + "\n  "
              + String.join("\n  ", violations));
    }
  }

  /** All violations, sorted; empty if there are none. */
  public List<String> violations() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      if (isBelowRoot(type)) {
        found.addAll(violationsOf(type));
      }
    }
    for (String name : packages()) {
      if (!allowed.containsKey(name)) {
        found.add("package " + shown(name) + " is not in the table of packages");
      }
    }
    missingPackageInfos().forEach(found::add);
    cycles().forEach(found::add);
    return List.copyOf(found);
  }

  private List<String> forbiddenUses(JavaClass type) {
    List<String> found = new ArrayList<>();
    String from = relative(type.getPackageName());
    Set<String> mayUse = allowed.getOrDefault(from, Set.of());
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      String to = isBelowRoot(target) ? relative(target.getPackageName()) : from;
      if (!to.equals(from) && !mayUse.contains(to)) {
        found.add(shown(from) + " may not use " + shown(to) + ": " + dependency.getDescription());
      }
    }
    return found;
  }

  private List<String> violationsOf(JavaClass type) {
    List<String> found = forbiddenUses(type);
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      if (access.getTargetOwner().isEquivalentTo(System.class)
          && Set.of("out", "err").contains(access.getName())) {
        found.add("prints: " + access.getDescription());
      }
    }
    for (JavaField field : type.getFields()) {
      if (field.getRawType().isEquivalentTo(Optional.class)) {
        found.add("field of type Optional: " + field.getFullName());
      }
    }
    if (BANNED_NAME.matcher(type.getSimpleName()).matches()) {
      found.add("banned ending of the name: " + type.getName());
    }
    found.addAll(leaks(type));
    return found;
  }

  /** Types of our own in public signatures that users cannot know. */
  private List<String> leaks(JavaClass type) {
    if (!apiPackages.contains(relative(type.getPackageName())) || !isPublic(type)) {
      return List.of();
    }
    return type.getMembers().stream()
        .filter(member -> member instanceof JavaCodeUnit)
        .map(member -> (JavaCodeUnit) member)
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
        .flatMap(
            unit ->
                Stream.concat(
                        Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                    .map(JavaClass::getBaseComponentType)
                    .filter(this::isHidden)
                    .map(shown -> "API shows " + shown.getName() + ": " + unit.getFullName()))
        .toList();
  }

  private boolean isHidden(JavaClass type) {
    return isBelowRoot(type)
        && (!apiPackages.contains(relative(type.getPackageName())) || !isPublic(type));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private Set<String> packages() {
    Set<String> names = new TreeSet<>();
    classes.stream()
        .filter(this::isBelowRoot)
        .forEach(type -> names.add(relative(type.getPackageName())));
    return names;
  }

  private Stream<String> missingPackageInfos() {
    return packages().stream()
        .filter(
            name -> {
              String full = name.isEmpty() ? root : root + "." + name;
              JavaPackage folder = classes.getPackage(full);
              return folder.tryGetPackageInfo().isEmpty();
            })
        .map(name -> "package " + shown(name) + " has no package-info");
  }

  private List<String> cycles() {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .evaluate(classes)
        .getFailureReport()
        .getDetails();
  }

  private boolean isBelowRoot(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(root) || name.startsWith(root + ".");
  }

  private String relative(String packageName) {
    return packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
  }

  private static String shown(String name) {
    return name.isEmpty() ? "(root)" : name;
  }
}
