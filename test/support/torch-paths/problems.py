"""Functions to descend on, with the start, and the methods with the settings they are run with.

A function is there three times: as a user types it, in torch's words, and as a gradient over any kind of number, for
30-digit arithmetic. generate.py checks the second against the third.
"""

import torch


class Problem:
    def __init__(self, formula, start, value, gradient, slow):
        self.formula = formula
        self.start = start
        self.value = value
        # Takes a list of numbers, and their exp.
        self.gradient = gradient
        # A learning rate for methods that do not measure the gradient against its size.
        self.slow = slow


def sigmoid(x, exp):
    e = exp(x)
    return e / (1 + e)


problems = [
    Problem(
        "x^2/20 + y^2",
        [-7.0, 2.0],
        lambda x, y: x**2 / 20 + y**2,
        lambda x, exp: [x[0] / 10, 2 * x[1]],
        0.1,
    ),
    Problem(
        "(1 - x)^2 + 100*(y - x^2)^2",
        [-1.2, 1.0],
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        lambda x, exp: [
            -2 * (1 - x[0]) - 400 * x[0] * (x[1] - x[0] * x[0]),
            200 * (x[1] - x[0] * x[0]),
        ],
        0.0002,
    ),
    Problem(
        "log(1 + exp(x - 2*y)) + x^2/10 + y^4/4",
        [3.0, -1.5],
        lambda x, y: torch.log(1 + torch.exp(x - 2 * y)) + x**2 / 10 + y**4 / 4,
        lambda x, exp: [
            sigmoid(x[0] - 2 * x[1], exp) + x[0] / 5,
            -2 * sigmoid(x[0] - 2 * x[1], exp) + x[1] ** 3,
        ],
        0.05,
    ),
    Problem(
        "x^4/4 - x^2 + x/10",
        [2.5],
        lambda x: x**4 / 4 - x**2 + x / 10,
        lambda x, exp: [x[0] ** 3 - 2 * x[0] + type(x[0])(1) / 10],
        0.02,
    ),
    Problem(
        "(x - y)^2 + (y*z - 1)^2 + z^2/4",
        [2.0, -1.0, 1.5],
        lambda x, y, z: (x - y) ** 2 + (y * z - 1) ** 2 + z**2 / 4,
        lambda x, exp: [
            2 * (x[0] - x[1]),
            -2 * (x[0] - x[1]) + 2 * x[2] * (x[1] * x[2] - 1),
            2 * x[1] * (x[1] * x[2] - 1) + x[2] / 2,
        ],
        0.03,
    ),
]

# `lr` None: the problem's own slow one. No path may bounce about a minimum on the scale of its steps: it would make
# something great of its rounding errors, and no two programs would agree.
usual_betas = {"beta1": 0.9, "beta2": 0.999}
quick_betas = {"beta1": 0.6, "beta2": 0.95}

library = {
    "descent": [{"lr": None}],
    "momentum": [{"lr": None, "momentum": 0.9}, {"lr": None, "momentum": 0.5}],
    "nesterov": [{"lr": None, "momentum": 0.9}, {"lr": None, "momentum": 0.5}],
    "adagrad": [
        {"lr": 0.5, "eps": 1e-10, "lr_decay": 0.0},
        {"lr": 0.3, "eps": 0.1, "lr_decay": 0.02},
    ],
    "rmsprop": [
        {"lr": 0.01, "rho": 0.99, "eps": 1e-8, "momentum": 0.0},
        {"lr": None, "rho": 0.9, "eps": 0.5, "momentum": 0.5},
    ],
    "adadelta": [
        {"lr": 1.0, "rho": 0.9, "eps": 1e-6},
        {"lr": 0.7, "rho": 0.95, "eps": 1e-5},
    ],
    "adam": [
        {"lr": 0.1, **usual_betas, "eps": 1e-8},
        {"lr": 0.01, **quick_betas, "eps": 0.1},
    ],
    "adamw": [
        {"lr": 0.1, **usual_betas, "eps": 1e-8, "weight_decay": 0.01},
        {"lr": 0.01, **quick_betas, "eps": 0.1, "weight_decay": 0.3},
    ],
    "adamax": [
        {"lr": 0.1, **usual_betas, "eps": 1e-8},
        {"lr": 0.01, **quick_betas, "eps": 0.1},
    ],
    "nadam": [
        {"lr": 0.1, **usual_betas, "eps": 1e-8, "momentum_decay": 0.004},
        {"lr": 0.01, **quick_betas, "eps": 0.1, "momentum_decay": 0.1},
    ],
    # With the second β₂ the mean square is relied on early, with the third never. Its first steps are as long as the
    # gradient says.
    "radam": [
        {"lr": None, **usual_betas, "eps": 1e-8},
        {"lr": None, **quick_betas, "eps": 0.1},
        {"lr": None, "beta1": 0.5, "beta2": 0.5, "eps": 0.01},
    ],
}

book = {
    "descent": [{"lr": None}],
    "momentum": [{"lr": None, "momentum": 0.9}, {"lr": None, "momentum": 0.5}],
    "nesterov": [{"lr": None, "momentum": 0.9}, {"lr": None, "momentum": 0.5}],
    "adagrad": [{"lr": 0.5, "eps": 1e-7}, {"lr": 0.3, "eps": 0.1}],
    "rmsprop": [
        {"lr": 0.01, "rho": 0.99, "eps": 1e-7},
        {"lr": None, "rho": 0.9, "eps": 0.5},
    ],
    "adam": [
        {"lr": 0.1, **usual_betas, "eps": 1e-7},
        {"lr": 0.01, **quick_betas, "eps": 0.1},
    ],
}
