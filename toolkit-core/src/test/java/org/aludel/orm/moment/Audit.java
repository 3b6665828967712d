package org.aludel.orm.moment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.OffsetDateTime;
import org.aludel.orm.annotation.CreatedAt;
import org.aludel.orm.annotation.UpdatedAt;

/** When a row was made and changed, as several tables have it. */
@Embeddable
@SuppressWarnings("NullAway.Init") // filled from rows and by the flush
public class Audit {
  @CreatedAt
  @Column(secondPrecision = 3)
  private OffsetDateTime made;

  @UpdatedAt private OffsetDateTime changed;

  public OffsetDateTime getMade() {
    return made;
  }

  public OffsetDateTime getChanged() {
    return changed;
  }
}
