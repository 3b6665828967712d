package org.aludel.orm.deferred;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.aludel.orm.annotation.Deferred;
import org.jspecify.annotations.Nullable;

/** Its id is the application's. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Leaflet extends PressBase {
  @Id private String id;

  @Deferred private @Nullable String text;

  protected Leaflet() {}

  public Leaflet(String id, @Nullable String text) {
    this.id = id;
    this.text = text;
  }

  public String getId() {
    return id;
  }

  public @Nullable String getText() {
    return text;
  }
}
