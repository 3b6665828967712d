package shop;

/** How far an order has come. */
public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED
}
