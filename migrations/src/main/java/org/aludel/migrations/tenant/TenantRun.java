package org.aludel.migrations.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.aludel.engine.Engine;
import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.config.TenantSetting;
import org.aludel.migrations.revision.RevisionMap;
import org.aludel.migrations.runtime.DatabaseState;
import org.aludel.migrations.runtime.MigrationRunner;
import org.aludel.migrations.runtime.RunResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same for each tenant, in the order of names or several at a time. Each has its own lock,
 * version table and ledger in its schema, so that a run that was broken off goes on where it was.
 */
public final class TenantRun {
  private static final Logger LOG = LoggerFactory.getLogger("org.aludel.migrations");

  private final TenantSetting setting;
  private final RevisionMap revisions;
  private final Function<String, MigrationRunner> runners;
  private final TenantTable table;
  private final TenantList tenants;

  /**
   * Asks the database for its tenants.
   *
   * @param control the schema of the table of tenants
   * @param runners a runner for the schema of a tenant
   */
  public TenantRun(
      Engine engine,
      TenantSetting setting,
      String control,
      RevisionMap revisions,
      Function<String, MigrationRunner> runners) {
    this.setting = setting;
    this.revisions = revisions;
    this.runners = runners;
    this.table = new TenantTable(engine, control);
    this.tenants = TenantList.of(engine, setting);
  }

  /** The schemas of all tenants, the template included; none may stand in a revision. */
  public TenantRule rule() {
    List<String> names = new ArrayList<>(tenants.all());
    names.add(setting.templateSchema());
    return new TenantRule(new HashSet<>(names));
  }

  /**
   * Works on the tenants.
   *
   * @param names those that are meant; empty for all
   * @param work what is done for each
   * @param told each state when it is known; one at a time
   */
  public TenantsResult run(
      List<String> names, Function<MigrationRunner, RunResult> work, Consumer<TenantState> told) {
    List<String> chosen = tenants.chosen(names);
    table.create();
    AtomicBoolean stopped = new AtomicBoolean();
    List<Callable<TenantState>> tasks = new ArrayList<>();
    for (String tenant : chosen) {
      tasks.add(
          () -> {
            TenantState state = stopped.get() ? notBegun(tenant) : worked(tenant, work);
            if (state.failed() && setting.onError() == TenantSetting.OnError.STOP) {
              stopped.set(true);
            }
            synchronized (told) {
              told.accept(state);
            }
            return state;
          });
    }
    return new TenantsResult(inParallel(tasks));
  }

  private List<TenantState> inParallel(List<Callable<TenantState>> tasks) {
    ExecutorService workers = Executors.newFixedThreadPool(setting.parallel());
    try {
      List<TenantState> states = new ArrayList<>();
      for (Future<TenantState> each : workers.invokeAll(tasks)) {
        states.add(each.get());
      }
      return states;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw broken(interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AludelException coded) {
        throw coded;
      }
      throw broken(failure);
    } finally {
      workers.shutdownNow();
    }
  }

  private static RevisionException broken(Exception cause) {
    return new RevisionException(
        Problem.of(MigrationCode.TENANTS_FAILED, "cannot go on with the tenants")
            .found(String.valueOf(cause))
            .expected("a run that is not broken off")
            .fix("run again: it goes on with those that lack revisions"),
        cause);
  }

  private static TenantState notBegun(String tenant) {
    return new TenantState(tenant, List.of(), TenantState.Standing.NOT_BEGUN, null, null);
  }

  private TenantState worked(String tenant, Function<MigrationRunner, RunResult> work) {
    if (!tenants.schemas().contains(tenant)) {
      return table.write(failed(tenant, List.of(), "there is no schema of that name"));
    }
    TenantState state;
    try {
      RunResult result = work.apply(runners.apply(tenant));
      state = new TenantState(tenant, result.heads(), standing(result.heads()), null, null);
    } catch (AludelException failure) {
      state = failed(tenant, heads(tenant), line(failure));
    } catch (RuntimeException defect) {
      // A defect of ours or of the project's own step; what it did to one is not all that is known.
      LOG.error("Tenant {} ended with a defect", tenant, defect);
      state = failed(tenant, heads(tenant), String.valueOf(defect));
    }
    return written(state);
  }

  /** The table is for people, and no reason to lose the states of the other tenants. */
  private TenantState written(TenantState state) {
    try {
      return table.write(state);
    } catch (AludelException unwritten) {
      String error = state.error() == null ? "" : state.error() + "; ";
      String note = error + "not recorded in " + TenantTable.NAME + ": " + line(unwritten);
      return failed(state.tenant(), state.heads(), note);
    }
  }

  private static TenantState failed(String tenant, List<String> heads, String error) {
    return new TenantState(tenant, heads, TenantState.Standing.FAILED, error, null);
  }

  /** What the tenant has by now, if it can still be asked. */
  private List<String> heads(String tenant) {
    try {
      return runners.apply(tenant).state().heads();
    } catch (RuntimeException unknown) {
      return List.of();
    }
  }

  /** Where each tenant stands; changes nothing. */
  public TenantsResult status(List<String> names) {
    Map<String, TenantTable.Entry> entries = table.read();
    List<TenantState> states = new ArrayList<>();
    for (String tenant : tenants.chosen(names)) {
      states.add(status(tenant, entries.get(tenant)));
    }
    return new TenantsResult(states);
  }

  private TenantState status(String tenant, TenantTable.@Nullable Entry entry) {
    Instant at = entry == null ? null : entry.at();
    if (!tenants.schemas().contains(tenant)) {
      String error = "there is no schema of that name";
      return new TenantState(tenant, List.of(), TenantState.Standing.FAILED, error, at);
    }
    try {
      DatabaseState state = runners.apply(tenant).state();
      TenantState.Standing standing = standing(state.heads());
      String error = entry == null ? null : entry.error();
      boolean failed = error != null && standing == TenantState.Standing.BEHIND;
      return new TenantState(
          tenant,
          state.heads(),
          failed ? TenantState.Standing.FAILED : standing,
          failed ? error : null,
          at);
    } catch (RevisionException unexplained) {
      return new TenantState(
          tenant, List.of(), TenantState.Standing.UNEXPLAINED, line(unexplained), at);
    }
  }

  private TenantState.Standing standing(List<String> heads) {
    return revisions.upgradePath(heads, "heads").isEmpty()
        ? TenantState.Standing.AT_HEAD
        : TenantState.Standing.BEHIND;
  }

  /** The code, what failed and what was found, in one line. */
  private static String line(AludelException failure) {
    Problem problem = failure.problem();
    String found = problem.found() == null ? "" : ": " + problem.found();
    String text = problem.code().id() + " " + problem.what() + found;
    return text.replaceAll("\\s+", " ").strip();
  }
}
