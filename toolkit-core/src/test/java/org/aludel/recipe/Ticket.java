package org.aludel.recipe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Belongs to a tenant, which the session says and not the application. */
@Entity
public class Ticket extends RecipeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String tenant = "";

  @Column(nullable = false)
  private String title;

  protected Ticket() {}

  public Ticket(String title) {
    this.title = title;
  }

  public Long getId() {
    return id;
  }

  public String getTenant() {
    return tenant;
  }

  public void setTenant(String value) {
    tenant = value;
  }

  public String getTitle() {
    return title;
  }
}
