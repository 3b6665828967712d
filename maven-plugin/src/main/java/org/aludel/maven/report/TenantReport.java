package org.aludel.maven.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.aludel.migrations.tenant.TenantState;
import org.aludel.migrations.tenant.TenantsResult;

/** Where tenants stand, one line each. */
public final class TenantReport {
  private final Lines out;

  /** A report into a log. */
  public TenantReport(Lines out) {
    this.out = out;
  }

  /** A tenant that is done, while others are worked on. */
  public void done(TenantState state) {
    out.line("Tenant    " + state.tenant() + "  " + word(state) + "  " + Heads.text(state.heads()));
  }

  /** The table, and how many stand how. */
  public void table(TenantsResult result) {
    int tenant = result.states().stream().mapToInt(each -> each.tenant().length()).max().orElse(0);
    int heads =
        result.states().stream()
            .mapToInt(each -> Heads.text(each.heads()).length())
            .max()
            .orElse(0);
    for (TenantState each : result.states()) {
      Instant at = each.at();
      String error = each.error();
      out.line(
          (padded(each.tenant(), tenant)
                  + padded(Heads.text(each.heads()), heads)
                  + padded(word(each), "unexplained".length())
                  + padded(at == null ? "-" : at.truncatedTo(ChronoUnit.SECONDS).toString(), 20)
                  + (error == null ? "" : error))
              .stripTrailing());
    }
    counts(result);
  }

  /** How many stand how. */
  public void counts(TenantsResult result) {
    StringBuilder counts = new StringBuilder();
    for (TenantState.Standing each : TenantState.Standing.values()) {
      if (result.count(each) > 0) {
        counts.append(counts.isEmpty() ? "" : ", ").append(result.count(each)).append(' ');
        counts.append(word(each));
      }
    }
    out.line("Tenants   " + counts);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()) + 2);
  }

  private static String word(TenantState state) {
    return word(state.standing());
  }

  private static String word(TenantState.Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
