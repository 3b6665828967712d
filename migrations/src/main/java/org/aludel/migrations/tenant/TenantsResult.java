package org.aludel.migrations.tenant;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/**
 * Where the tenants stand.
 *
 * @param states one a tenant, in the order of their names
 */
public record TenantsResult(List<TenantState> states) {
  private static final int SHOWN = 20;

  public TenantsResult {
    states = List.copyOf(states);
  }

  /** Those that need a person. */
  public List<TenantState> failed() {
    return states.stream().filter(TenantState::failed).toList();
  }

  /** How many stand in some way. */
  public long count(TenantState.Standing standing) {
    return states.stream().filter(each -> each.standing() == standing).count();
  }

  /**
   * Nothing, if none failed.
   *
   * @throws RevisionException TENANTS_FAILED with each that did
   */
  public void orThrow() {
    List<TenantState> failed = failed();
    if (!failed.isEmpty()) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.TENANTS_FAILED,
                  "cannot finish: "
                      + failed.size()
                      + " of "
                      + states.size()
                      + " tenants failed, "
                      + count(TenantState.Standing.NOT_BEGUN)
                      + " were not begun")
              .found(
                  failed.stream()
                      .limit(SHOWN)
                      .map(each -> each.tenant() + ": " + each.error())
                      .collect(Collectors.joining("\n")))
              .expected("every tenant to take the revisions")
              .fix(
                  "repair what is named and run again: what is done stays done;"
                      + " -Dorm.tenant="
                      + failed.get(0).tenant()
                      + " runs one alone"));
    }
  }
}
