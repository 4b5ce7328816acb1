require('../start.js').start('hand-back');
