package org.aludel.orm.session;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.engine.Engine;
import org.aludel.engine.SchemaCheck;
import org.aludel.orm.loading.ModelStatements;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.query.QueryResolver;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.OpenContexts;
import org.aludel.orm.unitofwork.StatementCatalogue;

/** What all sessions of a factory share. Thread-safe. */
final class SharedParts {
  private final Engine engine;
  private final EntityModels models;
  private final StatementCatalogue catalogue;
  private final ModelStatements statements = new ModelStatements();
  private final QueryResolver resolver;
  private final OpenContexts openContexts = new OpenContexts();
  private final List<SessionListener> listeners;
  private final ReentrantLock checking = new ReentrantLock();
  private boolean schemaChecked;

  SharedParts(Engine engine, Registry registry, SessionOptions.Builder told) {
    this.engine = engine;
    this.models = new EntityModels(registry, engine.dialect(), told.entityListeners());
    this.listeners = told.listeners();
    this.catalogue = new StatementCatalogue(models);
    this.resolver = new QueryResolver(models);
  }

  Engine engine() {
    return engine;
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
        SchemaCheck.runAll(engine, options.application(), options.schemaPolicy());
        schemaChecked = true;
      }
    } finally {
      checking.unlock();
    }
  }
}
