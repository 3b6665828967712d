package org.aludel.testing;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves {@link TestDatabase} parameters; JUnit's stores close what it made. */
final class PostgresExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PostgresTest wanted = annotation(context);
    ExtensionContext owner = wanted.perMethod() ? methodOf(context) : outermostClassOf(context);
    return owner
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            "database",
            key -> server(context, wanted.version(), wanted.judge()).create(nameOf(owner)),
            TestDatabase.class);
  }

  /** The JVM's server of that kind, which is started if need be and closed with JUnit's session. */
  static TestServer server(ExtensionContext context, int wantedVersion, boolean judge) {
    int version = Integer.getInteger("aludel.server", wantedVersion);
    String key = version > 0 ? String.valueOf(version) : judge ? "judge" : "newest";
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(key, PostgresExtension::start, TestServer.class);
  }

  private static TestServer start(String key) {
    return switch (key) {
      case "newest" -> TestServer.newest();
      case "judge" -> TestServer.judge();
      default -> TestServer.ofVersion(Integer.parseInt(key));
    };
  }

  private static PostgresTest annotation(ExtensionContext context) {
    Optional<ExtensionContext> current = Optional.of(context);
    while (current.isPresent()) {
      Optional<PostgresTest> found =
          current
              .get()
              .getTestClass()
              .flatMap(type -> AnnotationSupport.findAnnotation(type, PostgresTest.class));
      if (found.isPresent()) {
        return found.get();
      }
      current = current.get().getParent();
    }
    throw new ParameterResolutionException(
        "no @PostgresTest on the class of " + context.getUniqueId());
  }

  private static ExtensionContext methodOf(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "@PostgresTest(perMethod = true) has no database for the whole class "
              + context.getRequiredTestClass().getName());
    }
    return context;
  }

  private static ExtensionContext outermostClassOf(ExtensionContext context) {
    ExtensionContext outermost = context;
    Optional<ExtensionContext> parent = context.getParent();
    while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
      outermost = parent.get();
      parent = outermost.getParent();
    }
    return outermost;
  }

  private static String nameOf(ExtensionContext owner) {
    return owner.getTestClass().map(Class::getSimpleName).orElse("test").toLowerCase(Locale.ROOT);
  }
}
