package org.aludel.orm.session;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.orm.event.Registrations;
import org.aludel.orm.loading.ModelStatements;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.ExpressionColumns;
import org.aludel.orm.query.JoinConditions;
import org.aludel.orm.query.QueryResolver;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.OpenContexts;
import org.aludel.orm.unitofwork.StatementCatalogue;

/** What all sessions of a factory share. Thread-safe. */
final class SharedParts {
  private final EngineBinds binds;
  private final EntityModels models;
  private final Registrations registrations;
  private final StatementCatalogue catalogue;
  private final ModelStatements statements;
  private final QueryResolver resolver;
  private final OpenContexts openContexts;
  private final List<SessionListener> listeners;
  private final ReentrantLock checking = new ReentrantLock();
  private boolean schemaChecked;

  SharedParts(Engine engine, Registry registry, SessionOptions.Builder told) {
    this.binds = new EngineBinds(engine, registry, told.engines());
    this.registrations = told.registrations();
    this.models = models(engine, registry, registrations);
    this.listeners = told.listeners();
    this.openContexts = new OpenContexts();
    this.statements = new ModelStatements();
    this.catalogue = new StatementCatalogue(models);
    this.resolver = new QueryResolver(models);
  }

  /** Parts that know of each other's open sessions, so that an object is in one of them alone. */
  private SharedParts(
      SharedParts other, Registrations registrations, List<SessionListener> listeners) {
    this.binds = other.binds;
    this.registrations = registrations;
    boolean same = registrations.equals(other.registrations);
    this.models =
        same
            ? other.models
            : models(
                binds.engines().get(EngineBinds.DEFAULT), other.models.registry(), registrations);
    this.listeners = listeners;
    this.openContexts = other.openContexts;
    this.statements = same ? other.statements : new ModelStatements();
    this.catalogue = same ? other.catalogue : new StatementCatalogue(models);
    this.resolver = same ? other.resolver : new QueryResolver(models);
    this.schemaChecked = other.isSchemaChecked();
  }

  private static EntityModels models(
      Engine engine, Registry registry, Registrations registrations) {
    EntityModels made = new EntityModels(registry, engine.dialect(), registrations);
    ExpressionColumns.fill(made);
    JoinConditions.fill(made);
    return made;
  }

  /** The same with one listener more, to sessions. */
  SharedParts and(SessionListener listener) {
    return new SharedParts(
        this, registrations, Stream.concat(listeners.stream(), Stream.of(listener)).toList());
  }

  /** The same with listeners more, to objects, for which there are models of their own. */
  SharedParts with(Registrations more) {
    return new SharedParts(this, more, listeners);
  }

  Registrations registrations() {
    return registrations;
  }

  private boolean isSchemaChecked() {
    checking.lock();
    try {
      return schemaChecked;
    } finally {
      checking.unlock();
    }
  }

  EngineBinds binds() {
    return binds;
  }

  EntityModels models() {
    return models;
  }

  /** Those of the factory, in the order of registration. */
  List<SessionListener> listeners() {
    return listeners;
  }

  OpenContexts openContexts() {
    return openContexts;
  }

  StatementCatalogue catalogue() {
    return catalogue;
  }

  ModelStatements statements() {
    return statements;
  }

  QueryResolver resolver() {
    return resolver;
  }

  /** Runs before the first statement of the first session, and again after a failure. */
  void checkSchema(SessionOptions options) {
    // A monitor would pin virtual threads while the server is asked.
    checking.lock();
    try {
      if (!schemaChecked) {
        // Of the default engine: the names in the configuration tell no further ones apart.
        SchemaCheck.runAll(
            binds.engines().get(EngineBinds.DEFAULT),
            options.application(),
            options.schemaPolicy());
        schemaChecked = true;
      }
    } finally {
      checking.unlock();
    }
  }
}
