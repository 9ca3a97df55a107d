// Package figure turns the drawings described in content/figures.yaml into flat shapes.
//
// Its one rule: a figure is poses as data turned into shapes; it knows no paper and no words.
// A colour is a [Role] from one palette for paper and screen, a length is a figure unit, and what the
// picture means is told elsewhere.
//
// All coordinates are figure units with x to the right and y down the page. Angles are degrees,
// counter-clockwise, 0 to the right, 90 up the page. A default figure is 136 by 98 units and is
// printed about 46 mm wide, so one unit is about a third of a millimetre and no line may be
// thinner than [thinnest].
package figure
