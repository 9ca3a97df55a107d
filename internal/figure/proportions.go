package figure

// The one neutral adult, in units at scale 1: about 94 units tall.
const (
	trunk    = 30.0 // hip joint to the base of the neck
	neckLong = 4.6  // base of the neck to the jaw
	headHigh = 6.3  // half the height of the head
	upperArm = 15.0
	foreArm  = 14.0
	hand     = 6.0 // wrist to fingertips
	thigh    = 23.0
	shin     = 22.0
	palmAt   = 3.2 // wrist to the middle of the palm, the point that touches
)

// Half widths of the limbs at their joints.
const (
	shoulderR, elbowR, wristR, handR = 3.8, 2.8, 2.0, 2.3
	hipR, kneeR, ankleR              = 5.9, 3.8, 2.5
)

// Half the distances between the paired joints in a front or back view.
const (
	shoulderHalf = 8.4
	hipHalf      = 4.5
)
