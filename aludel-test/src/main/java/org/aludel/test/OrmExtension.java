package org.aludel.test;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aludel.engine.Engine;
import org.aludel.error.Problem;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.aludel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Resolves the parameters of {@link OrmTest}; JUnit's stores close what it made. */
final class OrmExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OrmExtension.class);
  private static final Map<Class<?>, Function<Fixture, Object>> PARAMETERS =
      Map.of(
          Engine.class, Fixture::engine,
          SessionFactory.class, Fixture::sessions,
          Session.class, Fixture::session,
          StatementWatch.class, Fixture::watch,
          SchemaAtHead.class, Fixture::schema,
          Registry.class, Fixture::registry,
          TestDatabase.class, Fixture::database);

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Function<Fixture, Object> part = PARAMETERS.get(type);
    return part == null ? null : part.apply(fixture(context, type));
  }

  private static Fixture fixture(ExtensionContext context, Class<?> wanted) {
    Annotated annotated = annotated(context);
    Mapping mapping = mapping(annotated);
    ExtensionContext owner = annotated.owner();
    ClassFixture shared =
        owner
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                owner.getUniqueId(), // a nested class that is annotated too has another one
                key ->
                    new ClassFixture(
                        mapping, template(context, mapping).database().copy(annotated.name())),
                ClassFixture.class);
    if (context.getTestMethod().isPresent()) {
      return context
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(
              "method",
              key -> TestFixture.of(shared, annotated.annotation().isolation()),
              TestFixture.class);
    }
    if (wanted == Session.class) {
      throw new ParameterResolutionException(
          Problem.of(TestCode.NO_FIXTURE, "cannot give a Session to \"" + annotated.name() + "\"")
              .found("a parameter of the whole class; a session is of one test")
              .fix("take a SessionFactory and call inTransaction(…)")
              .message());
    }
    return shared;
  }

  /** One for each set of classes and each way to make their schema, for the whole JVM. */
  private static Template template(ExtensionContext context, Mapping mapping) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(mapping, key -> Template.make(context, key), Template.class);
  }

  private static Mapping mapping(Annotated annotated) {
    OrmTest wanted = annotated.annotation();
    ClassLoader loader = annotated.owner().getRequiredTestClass().getClassLoader();
    return Mapping.of(wanted, loader);
  }

  /** The innermost class of a test that says how; what it says holds for its nested classes. */
  private static Annotated annotated(ExtensionContext context) {
    Optional<ExtensionContext> current = Optional.of(context);
    while (current.isPresent() && current.get().getTestClass().isPresent()) {
      ExtensionContext here = current.get();
      Optional<OrmTest> found =
          AnnotationSupport.findAnnotation(here.getRequiredTestClass(), OrmTest.class);
      if (found.isPresent()) {
        return new Annotated(here.getTestMethod().isPresent() ? ofClass(here) : here, found.get());
      }
      current = here.getParent();
    }
    throw new ParameterResolutionException("no @OrmTest on " + context.getUniqueId());
  }

  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext current = context;
    while (current.getTestMethod().isPresent()) {
      current = current.getParent().orElseThrow();
    }
    return current;
  }

  /** A class that is annotated and what holds for it. */
  private record Annotated(ExtensionContext owner, OrmTest annotation) {
    String name() {
      return owner.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }
}
