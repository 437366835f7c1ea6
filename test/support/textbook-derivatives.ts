/**
 * Derivatives as textbooks print them: a function of x, and its derivative as a teacher would write it. Typed by hand; a
 * test compares each with the exact one.
 */
export const textbookDerivatives: readonly (readonly [f: string, best: string])[] = `
x^2 | 2x
x^3 | 3x^2
5x^4 - 3x^2 + 7 | 20x^3 - 6x
x^3 - 3x + 1 | 3x^2 - 3
x^3 - 6x^2 + 9x | 3x^2 - 12x + 9
(x + 1)(x - 2) | 2x - 1
(x^2 + 1)(x - 3) | 3x^2 - 6x + 1
(2x + 1)^3 | 6(2x + 1)^2
(x^2 + 1)^4 | 8x(x^2 + 1)^3
(3x - 2)^5 | 15(3x - 2)^4
(x - 1)^2(x + 2) | 3(x - 1)(x + 1)
x(x - 1)^2 | (x - 1)(3x - 1)
x^2(x - 1)^3 | x(x - 1)^2(5x - 2)
(x + 1)^3(x - 1)^2 | (x + 1)^2(x - 1)(5x - 1)
(x^2 - 1)^2 | 4x(x^2 - 1)
(1 - x)^3 | -3(1 - x)^2
(x^2 + x + 1)^2 | 2(2x + 1)(x^2 + x + 1)
x^4/4 - x^3/3 | x^3 - x^2
x^5/5 | x^4
(x^2 - 3x)^2 | 2(2x - 3)(x^2 - 3x)
(x + 1)^2 + (x - 1)^2 | 4x
x(x + 1)(x + 2) | 3x^2 + 6x + 2
a x^2 + b x + c | 2a x + b
(a x + b)^3 | 3a(a x + b)^2
(x - a)^2(x - b) | (x - a)(3x - a - 2b)
1/x | -1/x^2
1/x^2 | -2/x^3
3/x^4 | -12/x^5
1/(x + 1) | -1/(x + 1)^2
1/(2x - 1) | -2/(2x - 1)^2
1/(x^2 + 1) | -2x/(x^2 + 1)^2
x/(x + 1) | 1/(x + 1)^2
(x + 1)/(x - 1) | -2/(x - 1)^2
(2x - 1)/(x + 3) | 7/(x + 3)^2
x/(x^2 + 1) | (1 - x^2)/(x^2 + 1)^2
x^2/(x + 1) | x(x + 2)/(x + 1)^2
x^2/(x^2 + 1) | 2x/(x^2 + 1)^2
(x^2 - 1)/(x^2 + 1) | 4x/(x^2 + 1)^2
(x^2 + 1)/(x^2 - 1) | -4x/(x^2 - 1)^2
(x^2 - 1)/(x - 1) | 1
(x^2 - 4)/(x + 2) | 1
(x^3 - 1)/(x - 1) | 2x + 1
(x^2 - 3x + 2)/(x - 2) | 1
x^3/(x^2 + 1) | x^2(x^2 + 3)/(x^2 + 1)^2
x^3/(x - 1)^2 | x^2(x - 3)/(x - 1)^3
x/(x - 1)^2 | -(x + 1)/(x - 1)^3
1/(x - 1)^3 | -3/(x - 1)^4
(x - 1)/(x + 1)^2 | (3 - x)/(x + 1)^3
x + 1/x | 1 - 1/x^2
x - 4/x^2 | 1 + 8/x^3
(x^2 + 1)/x | 1 - 1/x^2
x^2/(1 - x) | x(2 - x)/(1 - x)^2
1/(x^2 - 1) | -2x/(x^2 - 1)^2
1/(1 + 1/x) | 1/(x + 1)^2
1/x - 1/(x + 1) | 1/(x + 1)^2 - 1/x^2
(a x + b)/(c x + d) | (a d - b c)/(c x + d)^2
x/(a + x) | a/(a + x)^2
x^2/x | 1
sqrt(x) | 1/(2sqrt(x))
1/sqrt(x) | -1/(2x^(3/2))
x sqrt(x) | 3sqrt(x)/2
sqrt(2x + 1) | 1/sqrt(2x + 1)
sqrt(x^2 + 1) | x/sqrt(x^2 + 1)
sqrt(1 - x^2) | -x/sqrt(1 - x^2)
1/sqrt(x^2 + 1) | -x/(x^2 + 1)^(3/2)
1/sqrt(1 - x) | 1/(2(1 - x)^(3/2))
x sqrt(x^2 + 1) | (2x^2 + 1)/sqrt(x^2 + 1)
x sqrt(1 - x^2) | (1 - 2x^2)/sqrt(1 - x^2)
x sqrt(x + 1) | (3x + 2)/(2sqrt(x + 1))
x^2 sqrt(x + 1) | x(5x + 4)/(2sqrt(x + 1))
x sqrt(1 - x) | (2 - 3x)/(2sqrt(1 - x))
x sqrt(4 - x^2) | 2(2 - x^2)/sqrt(4 - x^2)
x/sqrt(x^2 + 1) | 1/(x^2 + 1)^(3/2)
x/sqrt(1 - x^2) | 1/(1 - x^2)^(3/2)
x/sqrt(x + 1) | (x + 2)/(2(x + 1)^(3/2))
sqrt(x)/(x + 1) | (1 - x)/(2sqrt(x)(x + 1)^2)
sqrt(x^2 + 1)/x | -1/(x^2 sqrt(x^2 + 1))
sqrt(x) + 1/sqrt(x) | (x - 1)/(2x^(3/2))
sqrt(x)(x - 1) | (3x - 1)/(2sqrt(x))
sqrt(x + sqrt(x)) | (2sqrt(x) + 1)/(4sqrt(x)sqrt(x + sqrt(x)))
(x + 1)sqrt(x - 1) | (3x - 1)/(2sqrt(x - 1))
sqrt((x - 1)/(x + 1)) | 1/((x + 1)^2 sqrt((x - 1)/(x + 1)))
x + sqrt(x^2 + 1) | 1 + x/sqrt(x^2 + 1)
cbrt(x) | 1/(3cbrt(x)^2)
x^(2/3) | 2/(3x^(1/3))
x^(1/3)(x - 4) | 4(x - 1)/(3x^(2/3))
(x^2 + 1)^(3/2) | 3x sqrt(x^2 + 1)
x^2 sqrt(1 - x^2) | x(2 - 3x^2)/sqrt(1 - x^2)
sqrt(1 + sqrt(x)) | 1/(4sqrt(x)sqrt(1 + sqrt(x)))
e^x | e^x
e^(-x) | -e^(-x)
e^(2x) | 2e^(2x)
x e^x | (x + 1)e^x
x^2 e^x | x(x + 2)e^x
x e^(-x) | (1 - x)e^(-x)
x^2 e^(-x) | x(2 - x)e^(-x)
x^3 e^x | x^2(x + 3)e^x
(x - 1)e^x | x e^x
(x^2 - 2x + 2)e^x | x^2 e^x
(x + 1)e^(2x) | (2x + 3)e^(2x)
x^3 e^(-2x) | x^2(3 - 2x)e^(-2x)
e^(-x^2) | -2x e^(-x^2)
x e^(-x^2) | (1 - 2x^2)e^(-x^2)
x^2 e^(-x^2) | 2x(1 - x^2)e^(-x^2)
x e^(-x^2/2) | (1 - x^2)e^(-x^2/2)
(x^2 - 1)e^(-x^2) | 2x(2 - x^2)e^(-x^2)
e^x/x | (x - 1)e^x/x^2
x/e^x | (1 - x)/e^x
e^x/(x + 1) | x e^x/(x + 1)^2
e^x/x^2 | (x - 2)e^x/x^3
e^x/(1 + e^x) | e^x/(1 + e^x)^2
1/(1 + e^(-x)) | e^(-x)/(1 + e^(-x))^2
(e^x - 1)/(e^x + 1) | 2e^x/(e^x + 1)^2
(e^x - e^(-x))/2 | (e^x + e^(-x))/2
(e^x - e^(-x))/(e^x + e^(-x)) | 4/(e^x + e^(-x))^2
e^(1/x) | -e^(1/x)/x^2
x e^(1/x) | (x - 1)e^(1/x)/x
e^sqrt(x) | e^sqrt(x)/(2sqrt(x))
e^(sin x) | cos(x)e^(sin x)
e^x sin x | (sin(x) + cos(x))e^x
e^x cos x | (cos(x) - sin(x))e^x
e^(-x) sin x | (cos(x) - sin(x))e^(-x)
e^(-x) cos x | -(sin(x) + cos(x))e^(-x)
e^(2x) sin 3x | (2sin(3x) + 3cos(3x))e^(2x)
e^(a x) sin(b x) | (a sin(b x) + b cos(b x))e^(a x)
2^x | 2^x log(2)
x*2^x | (1 + x log(2))*2^x
x^x | x^x(log(x) + 1)
x^(1/x) | x^(1/x)(1 - log(x))/x^2
e^e^x | e^e^x e^x
(1 + x)e^(-x) | -x e^(-x)
(x^2 + 1)e^x | (x + 1)^2 e^x
log(x) | 1/x
log(2x) | 1/x
log(x^2) | 2/x
log(x^2 + 1) | 2x/(x^2 + 1)
log(1 - x) | -1/(1 - x)
x log(x) | log(x) + 1
x log(x) - x | log(x)
x^2 log(x) | x(2log(x) + 1)
x^3 log(x) | x^2(3log(x) + 1)
log(x)/x | (1 - log(x))/x^2
log(x)/x^2 | (1 - 2log(x))/x^3
x/log(x) | (log(x) - 1)/log(x)^2
log(x)^2 | 2log(x)/x
log(log(x)) | 1/(x log(x))
1/log(x) | -1/(x log(x)^2)
sqrt(log(x)) | 1/(2x sqrt(log(x)))
sqrt(x) log(x) | (log(x) + 2)/(2sqrt(x))
log(x)/sqrt(x) | (2 - log(x))/(2x^(3/2))
x log(x)^2 | log(x)(log(x) + 2)
log(x + 1) - log(x) | 1/(x + 1) - 1/x
log((1 + x)/(1 - x)) | 2/(1 - x^2)
log(x/(x + 1)) | 1/(x(x + 1))
log(x + sqrt(x^2 + 1)) | 1/sqrt(x^2 + 1)
log(sin x) | cot(x)
log(cos x) | -tan(x)
log(1 + e^x) | e^x/(1 + e^x)
log10(x) | 1/(x log(10))
e^x log(x) | (log(x) + 1/x)e^x
log(|x|) | 1/x
x^2(log(x) - 1) | x(2log(x) - 1)
sin x | cos(x)
cos x | -sin(x)
tan x | 1/cos(x)^2
1/tan x | -1/sin(x)^2
1/sin x | -cos(x)/sin(x)^2
1/cos x | sin(x)/cos(x)^2
sin 2x | 2cos(2x)
cos(3x + 1) | -3sin(3x + 1)
sin(-x) | -cos(x)
cos(-2x) | -2sin(2x)
tan(-x) | -1/cos(x)^2
sin(x)^2 | 2sin(x)cos(x)
cos(x)^2 | -2sin(x)cos(x)
sin(x)^3 | 3sin(x)^2 cos(x)
cos(x)^3 | -3cos(x)^2 sin(x)
tan(x)^2 | 2tan(x)/cos(x)^2
sin(x)cos(x) | cos(x)^2 - sin(x)^2
x sin x | sin(x) + x cos(x)
x cos x | cos(x) - x sin(x)
x^2 sin x | x(2sin(x) + x cos(x))
x^2 cos x | x(2cos(x) - x sin(x))
sin(x) - x cos(x) | x sin(x)
sin(x)/x | (x cos(x) - sin(x))/x^2
x/sin(x) | (sin(x) - x cos(x))/sin(x)^2
sin(x)/(1 + cos(x)) | 1/(1 + cos(x))
cos(x)/(1 + sin(x)) | -1/(1 + sin(x))
cos(x)/(1 - sin(x)) | 1/(1 - sin(x))
(1 - cos(x))/sin(x) | (1 - cos(x))/sin(x)^2
(sin(x) - cos(x))/(sin(x) + cos(x)) | 2/(sin(x) + cos(x))^2
sin(x)/cos(x) | 1/cos(x)^2
cos(x)/sin(x) | -1/sin(x)^2
sin(x)/cos(x)^2 | (1 + sin(x)^2)/cos(x)^3
1/(1 + sin(x)) | -cos(x)/(1 + sin(x))^2
sin(x^2) | 2x cos(x^2)
sqrt(sin x) | cos(x)/(2sqrt(sin(x)))
cos(sqrt(x)) | -sin(sqrt(x))/(2sqrt(x))
sin(1/x) | -cos(1/x)/x^2
x sin(1/x) | sin(1/x) - cos(1/x)/x
x^2 sin(1/x) | 2x sin(1/x) - cos(1/x)
sin(cos x) | -cos(cos(x))sin(x)
sin(x)^2 cos(x) | sin(x)(2cos(x)^2 - sin(x)^2)
sec x | sec(x)tan(x)
csc x | -csc(x)cot(x)
cot x | -csc(x)^2
x tan x | tan(x) + x/cos(x)^2
tan(x) - x | tan(x)^2
sin(x)^4 + cos(x)^4 | 4sin(x)cos(x)(sin(x)^2 - cos(x)^2)
asin(x) | 1/sqrt(1 - x^2)
acos(x) | -1/sqrt(1 - x^2)
atan(x) | 1/(1 + x^2)
x asin(x) | asin(x) + x/sqrt(1 - x^2)
x asin(x) + sqrt(1 - x^2) | asin(x)
x atan(x) | atan(x) + x/(1 + x^2)
x atan(x) - log(1 + x^2)/2 | atan(x)
(1 + x^2)atan(x) | 2x atan(x) + 1
atan(1/x) | -1/(x^2 + 1)
atan(x/3) | 3/(9 + x^2)
atan(2x) | 2/(1 + 4x^2)
asin(x/2) | 1/sqrt(4 - x^2)
atan(sqrt(x)) | 1/(2sqrt(x)(1 + x))
atan(e^x) | e^x/(1 + e^(2x))
atan((x + 1)/(1 - x)) | 1/(1 + x^2)
atan(sinh x) | 1/cosh(x)
asin(sqrt(x)) | 1/(2sqrt(x)sqrt(1 - x))
sinh x | cosh(x)
cosh x | sinh(x)
tanh x | 1/cosh(x)^2
cosh(x)^2 | 2sinh(x)cosh(x)
sinh(x)/cosh(x) | 1/cosh(x)^2
1/cosh(x) | -sinh(x)/cosh(x)^2
x cosh x - sinh x | x sinh(x)
log(cosh x) | tanh(x)
tanh(x)^2 | 2tanh(x)/cosh(x)^2
asinh x | 1/sqrt(x^2 + 1)
atanh x | 1/(1 - x^2)
acosh x | 1/sqrt(x^2 - 1)
x sqrt(x^2 + 1) + asinh(x) | 2sqrt(x^2 + 1)
x|x| | 2|x|
erf(x) | 2e^(-x^2)/sqrt(pi)
sqrt(x^2 + 4x) | (x + 2)/sqrt(x^2 + 4x)
sqrt(4x - x^2) | (2 - x)/sqrt(4x - x^2)
sqrt(x^2 - 2x + 5) | (x - 1)/sqrt(x^2 - 2x + 5)
sqrt(4x^2 + 9) | 4x/sqrt(4x^2 + 9)
sqrt(2x^2 + 4x + 1) | 2(x + 1)/sqrt(2x^2 + 4x + 1)
sqrt(x^4 + 2x^2) | 2x(x^2 + 1)/sqrt(x^4 + 2x^2)
sqrt(x^3 + 3x) | 3(x^2 + 1)/(2sqrt(x^3 + 3x))
(x^2 + 4x)^(3/2) | 3(x + 2)sqrt(x^2 + 4x)
cbrt(x^3 + 3x) | (x^2 + 1)/cbrt(x^3 + 3x)^2
(x^2 + 2x)^(1/3) | 2(x + 1)/(3(x^2 + 2x)^(2/3))
1/sqrt(x^2 + 6x) | -(x + 3)/(x^2 + 6x)^(3/2)
x sqrt(x^2 + 4x) | 2x(x + 3)/sqrt(x^2 + 4x)
(x + 2)sqrt(x^2 + 4x) | 2(x^2 + 4x + 2)/sqrt(x^2 + 4x)
sqrt(x^2 + 4x)/x | -2/(x sqrt(x^2 + 4x))
x/sqrt(x^2 + 4x) | 2x/(x^2 + 4x)^(3/2)
x/sqrt(4 - x^2) | 4/(4 - x^2)^(3/2)
(x - 1)/sqrt(x^2 - 2x + 5) | 4/(x^2 - 2x + 5)^(3/2)
x^2 sqrt(4x - x^2) | x^2(10 - 3x)/sqrt(4x - x^2)
e^sqrt(x^2 + 4x) | (x + 2)e^sqrt(x^2 + 4x)/sqrt(x^2 + 4x)
log(x^2 + 4x) | 2(x + 2)/(x^2 + 4x)
sqrt(a x^2 + 2a x) | a(x + 1)/sqrt(a x^2 + 2a x)
sqrt(x)sqrt(x + 1) | (2x + 1)/(2sqrt(x)sqrt(x + 1))
sqrt(x)e^x | (2x + 1)e^x/(2sqrt(x))
sqrt(x)sin(x) | (sin(x) + 2x cos(x))/(2sqrt(x))
sqrt(1 + x) - sqrt(1 - x) | 1/(2sqrt(1 + x)) + 1/(2sqrt(1 - x))
sqrt(1 + e^x) | e^x/(2sqrt(1 + e^x))
sqrt((1 + x)/(1 - x)) | 1/((1 - x)^2 sqrt((1 + x)/(1 - x)))
log(|cos x|) | -tan(x)
log(|sin x|) | cot(x)
log(|tan x|) | 1/(sin(x)cos(x))
log(sin(2x)) | 2cot(2x)
log(cos(3x)) | -3tan(3x)
log(cosh(2x)) | 2tanh(2x)
log(|sinh x|) | coth(x)
log(1 + cos x) | -sin(x)/(1 + cos(x))
log(1/cos(x) + tan(x)) | 1/cos(x)
log(sin(x)^2) | 2cot(x)
log(x sin(x)) | cot(x) + 1/x
log(cos(x))^2 | -2tan(x)log(cos(x))
x log(cos x) | log(cos(x)) - x tan(x)
e^x log(cos x) | (log(cos(x)) - tan(x))e^x
log(tan(x/2)) | 1/(2sin(x/2)cos(x/2))
log(sin(x) + cos(x)) | (cos(x) - sin(x))/(sin(x) + cos(x))
sqrt(cos x) | -sin(x)/(2sqrt(cos(x)))
sqrt(tan x) | 1/(2cos(x)^2 sqrt(tan(x)))
x tan(x) + log(cos x) | x/cos(x)^2
sqrt(1 - sqrt(x)) | -1/(4sqrt(x)sqrt(1 - sqrt(x)))
sqrt(x + sqrt(x + 1)) | (2sqrt(x + 1) + 1)/(4sqrt(x + 1)sqrt(x + sqrt(x + 1)))
sqrt(x^2 + sqrt(x)) | (4x^(3/2) + 1)/(4sqrt(x)sqrt(x^2 + sqrt(x)))
sqrt(1 + sqrt(1 + x)) | 1/(4sqrt(1 + x)sqrt(1 + sqrt(1 + x)))
sqrt(1 + sqrt(1 + x^2)) | x/(2sqrt(1 + x^2)sqrt(1 + sqrt(1 + x^2)))
sqrt(x sqrt(x)) | 3sqrt(x)/(4sqrt(x^(3/2)))
sqrt(x + 1/x) | (x^2 - 1)/(2x^2 sqrt(x + 1/x))
cbrt(x + sqrt(x)) | (2sqrt(x) + 1)/(6sqrt(x)cbrt(x + sqrt(x))^2)
sqrt(x + log(x)) | (x + 1)/(2x sqrt(x + log(x)))
log(x + sqrt(x)) | (2sqrt(x) + 1)/(2sqrt(x)(x + sqrt(x)))
log(1 + sqrt(x)) | 1/(2sqrt(x)(1 + sqrt(x)))
log(x + sqrt(x^2 - 1)) | 1/sqrt(x^2 - 1)
(1 + sqrt(x))^3 | 3(1 + sqrt(x))^2/(2sqrt(x))
(x + sqrt(x))^2 | 2x + 3sqrt(x) + 1
1/(1 + sqrt(x)) | -1/(2sqrt(x)(1 + sqrt(x))^2)
sqrt(x)/(1 + sqrt(x)) | 1/(2sqrt(x)(1 + sqrt(x))^2)
(1 - sqrt(x))/(1 + sqrt(x)) | -1/(sqrt(x)(1 + sqrt(x))^2)
sin(x + sqrt(x)) | (2sqrt(x) + 1)cos(x + sqrt(x))/(2sqrt(x))
sin(x + 1/x) | (x^2 - 1)cos(x + 1/x)/x^2
log(x e^x) | 1 + 1/x
log(e^x cos x) | 1 - tan(x)
log(x cos(x)) | 1/x - tan(x)
log(x^2 sin(x)) | 2/x + cot(x)
log(e^x/x) | 1 - 1/x
log(sin(x)cos(x)) | cot(x) - tan(x)
log(e^x sin(x)) | 1 + cot(x)
(x^2 + 2x)/sqrt(x) | (3x + 2)/(2sqrt(x))
(x + sin(x))/x | (x cos(x) - sin(x))/x^2
`
  .trim()
  .split('\n')
  .map((line) => {
    const [f = '', best = ''] = line.split(' | ')
    return [f, best]
  })
