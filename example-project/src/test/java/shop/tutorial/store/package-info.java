/** The mapped classes of the tutorial: a store of twelve. */
package shop.tutorial.store;
